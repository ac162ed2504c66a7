import { z } from "zod";

/** How a call is made; SuperCLUE's fixed configuration unless models.yaml says otherwise. */
export interface Generation {
  readonly temperature: number | null;
  readonly topP: number | null;
  readonly maxTokens: number;
  readonly reasoningEffort: string | null;
}

/** US dollars per million tokens; null = not known. */
export interface Prices {
  readonly input: number | null;
  readonly cachedInput: number | null;
  readonly output: number | null;
}

/** A model as configured in models.yaml, built in (`baseline/…`, `replay/…`) or given on the command line. */
export interface Model {
  readonly id: string;
  readonly provider:
    | {
        readonly kind: "openai";
        readonly baseUrl: string;
        readonly api: "chat" | "responses";
        /** Environment variable that holds the key; null = the endpoint wants none. */
        readonly keyVariable: string | null;
        /** The name that the endpoint knows the model by. */
        readonly modelName: string;
        /** Calls in flight at once. */
        readonly concurrency: number;
        /** A call that has not ended by then is cut and retried. */
        readonly timeoutMs: number;
        /** How often a failed call is tried again. */
        readonly maxRetries: number;
      }
    | { readonly kind: "replay"; readonly source: string }
    | { readonly kind: "baseline"; readonly strategy: string };
  readonly generation: Generation;
  readonly prices: Prices;
  readonly openWeights: boolean | null;
  /** Parameters in billions, total and active. */
  readonly parametersB: { readonly total: number | null; readonly active: number | null };
  readonly country: string | null;
  readonly released: string | null;
  readonly tags: readonly string[];
}

/** The generation settings of a model that states none. */
export const defaultGeneration: Generation = { temperature: 0.01, topP: 0.8, maxTokens: 8192, reasoningEffort: null };

/** The prices of a model that states none. */
export const unknownPrices: Prices = { input: null, cachedInput: null, output: null };

/** A model built in, with nothing known but its id and provider. */
export function builtInModel(id: string, provider: Model["provider"]): Model {
  return {
    id,
    provider,
    generation: defaultGeneration,
    prices: unknownPrices,
    openWeights: null,
    parametersB: { total: null, active: null },
    country: null,
    released: null,
    tags: [],
  };
}

const price = z.number().min(0).nullable().default(null);

/** Checks one model record, as stored in run.json. */
export const modelSchema: z.ZodType<Model> = z.strictObject({
  id: z.string().min(1),
  provider: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("openai"),
      baseUrl: z.string(),
      api: z.enum(["chat", "responses"]),
      keyVariable: z.string().nullable(),
      modelName: z.string(),
      concurrency: z.int().min(1),
      timeoutMs: z.number().positive(),
      maxRetries: z.int().min(0),
    }),
    z.strictObject({ kind: z.literal("replay"), source: z.string() }),
    z.strictObject({ kind: z.literal("baseline"), strategy: z.string() }),
  ]),
  generation: z.strictObject({
    temperature: z.number().nullable(),
    topP: z.number().nullable(),
    maxTokens: z.int().min(1),
    reasoningEffort: z.string().nullable(),
  }),
  prices: z.strictObject({ input: price, cachedInput: price, output: price }),
  openWeights: z.boolean().nullable(),
  parametersB: z.strictObject({ total: z.number().nullable(), active: z.number().nullable() }),
  country: z.string().nullable(),
  released: z.string().nullable(),
  tags: z.array(z.string()),
});
