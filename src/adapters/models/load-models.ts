import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { UserError } from "../../core/failure.ts";
import { defaultGeneration, type Model, unknownPrices } from "../../core/model.ts";
import { nearestName } from "../../core/nearest-name.ts";

const price = z.number().min(0).nullable().default(null);
const size = z.number().positive().nullable().default(null);

/** True of an address without secrets: no user, password or query. Text that is no address is none of its business. */
function isBare(address: string): boolean {
  const url = URL.parse(address);
  return url === null || (url.username === "" && url.password === "" && url.search === "");
}

/** One model of models.yaml, defaults filled in. */
const entrySchema = z.strictObject({
  id: z.string().min(1),
  baseUrl: z.url({ protocol: /^https?$/ }).refine(isBare, {
    error:
      "wants neither user, password nor query: it is stored in run.json. Put the key into an environment variable and name that in keyVariable",
  }),
  api: z.enum(["chat", "responses"]).default("chat"),
  keyVariable: z.string().min(1).nullable().default(null),
  /** The id unless stated. */
  modelName: z.string().min(1).optional(),
  concurrency: z.int().min(1).max(256).default(4),
  timeoutMs: z
    .number()
    .min(1)
    .max(24 * 3_600_000)
    .default(600_000),
  maxRetries: z.int().min(0).max(20).default(5),
  generation: z
    .strictObject({
      temperature: z.number().min(0).max(2).nullable().default(defaultGeneration.temperature),
      topP: z.number().min(0).max(1).nullable().default(defaultGeneration.topP),
      maxTokens: z.int().min(1).default(defaultGeneration.maxTokens),
      reasoningEffort: z.string().min(1).nullable().default(null),
    })
    .default(defaultGeneration),
  prices: z.strictObject({ input: price, cachedInput: price, output: price }).default(unknownPrices),
  openWeights: z.boolean().nullable().default(null),
  parametersB: z.strictObject({ total: size, active: size }).default({ total: null, active: null }),
  country: z.string().nullable().default(null),
  released: z.iso.date("a date such as 2026-01-31").nullable().default(null),
  tags: z.array(z.string()).default([]),
});

const fileSchema = z.strictObject({ models: z.array(entrySchema) });

type Entry = z.infer<typeof entrySchema>;

const knownKeys: readonly string[] = [
  ...Object.keys(entrySchema.shape),
  ...["temperature", "topP", "maxTokens", "reasoningEffort", "input", "cachedInput", "output", "total", "active"],
];

/** `models[2].generation.topP` */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, key) => (typeof key === "number" ? `${place}[${key}]` : `${place}${place === "" ? "" : "."}${String(key)}`),
    "",
  );
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = placeOf(issue.path) || "the file";
  if (issue.code !== "unrecognized_keys") return `${place}: ${issue.message}`;
  const guesses = issue.keys.map((key) => {
    const near = nearestName(key, knownKeys);
    return near === null ? `"${key}"` : `"${key}" (did you mean "${near}"?)`;
  });
  return `${place}: unknown ${guesses.join(", ")}`;
}

function toModel(entry: Entry): Model {
  const { id, baseUrl, api, keyVariable, modelName, concurrency, timeoutMs, maxRetries, ...rest } = entry;
  const endpoint = { baseUrl, api, keyVariable, modelName: modelName ?? id, concurrency, timeoutMs, maxRetries };
  return { id, provider: { kind: "openai", ...endpoint }, ...rest };
}

function checkIds(models: readonly Model[], file: string): void {
  const seen = new Set<string>();
  for (const [index, { id }] of models.entries()) {
    if (/^(baseline|replay)\//.test(id)) {
      throw new UserError(`${file}: models[${index}].id: "${id}" is reserved for built-in models; choose another id.`);
    }
    if (seen.has(id)) throw new UserError(`${file}: models[${index}].id: "${id}" is there twice; ids must differ.`);
    seen.add(id);
  }
}

/** The models of a models.yaml, defaults filled in. Throws `UserError` that names the place of every fault. */
export function loadModels(input: { readonly file: string; readonly text: string }): readonly Model[] {
  const { file, text } = input;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined) {
    throw new UserError(`${file}:${lines.linePos(fault.pos[0]).line}: ${fault.message.split("\n")[0]}`);
  }
  const result = fileSchema.safeParse(document.toJS() ?? { models: [] });
  if (!result.success) {
    throw new UserError(
      `${file} is not valid:\n${result.error.issues.map((issue) => `  ${describeIssue(issue)}`).join("\n")}`,
    );
  }
  const models = result.data.models.map(toModel);
  checkIds(models, file);
  return models;
}

/** A model given on the command line by its endpoint alone. Throws `UserError` as `loadModels` does. */
export function endpointModel(input: {
  readonly id: string;
  readonly baseUrl: string;
  readonly modelName?: string;
  readonly api?: string;
  readonly keyVariable?: string;
}): Model {
  const result = entrySchema.safeParse(input);
  if (result.success) return toModel(result.data);
  throw new UserError(
    `The endpoint is not valid:\n${result.error.issues.map((issue) => `  ${describeIssue(issue)}`).join("\n")}`,
  );
}
