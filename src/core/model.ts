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

const price = (of: string): z.ZodType<number | null> =>
  z.number().min(0).nullable().default(null).describe(`US dollars per million ${of} tokens; null = not known`);

const provider: z.ZodType<Model["provider"]> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("openai").describe("An OpenAI-compatible endpoint"),
    baseUrl: z.string().describe("Address of the endpoint"),
    api: z.enum(["chat", "responses"]).describe("API style"),
    keyVariable: z.string().nullable().describe("Environment variable that holds the key; null = none wanted"),
    modelName: z.string().describe("Name that the endpoint knows the model by"),
    concurrency: z.int().min(1).describe("Calls in flight at once"),
    timeoutMs: z.number().positive().describe("Time after which a call is cut, milliseconds"),
    maxRetries: z.int().min(0).describe("How often a failed call is tried again"),
  }),
  z.strictObject({
    kind: z.literal("replay").describe("Recorded replies"),
    source: z.string().describe("Recording that the replies come from"),
  }),
  z.strictObject({
    kind: z.literal("baseline").describe("A program, not a language model"),
    strategy: z.string().describe("Baseline strategy that answers"),
  }),
]);

/** Checks one model record, as stored in run.json. */
export const modelSchema: z.ZodType<Model> = z.strictObject({
  id: z.string().min(1).describe("Name of the row"),
  provider: provider.describe("Who answers"),
  generation: z
    .strictObject({
      temperature: z.number().nullable().describe("Sampling temperature; null = the endpoint's own"),
      topP: z.number().nullable().describe("Nucleus sampling share; null = the endpoint's own"),
      maxTokens: z.int().min(1).describe("Most tokens of a reply"),
      reasoningEffort: z.string().nullable().describe("Reasoning effort asked for; null = none stated"),
    })
    .describe("How calls are made"),
  prices: z
    .strictObject({ input: price("input"), cachedInput: price("cached input"), output: price("output") })
    .describe("Prices of the endpoint"),
  openWeights: z.boolean().nullable().describe("True if the weights are published; null = not known"),
  parametersB: z
    .strictObject({
      total: z.number().nullable().describe("All parameters, billions"),
      active: z.number().nullable().describe("Parameters active for a token, billions"),
    })
    .describe("Size of the model"),
  country: z.string().nullable().describe("Country of its maker"),
  released: z.string().nullable().describe("Date of its release, YYYY-MM-DD"),
  tags: z.array(z.string()).describe("Free words to slice a ranking by"),
});
