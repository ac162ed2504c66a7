import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { UserError } from "../../core/failure.ts";
import type { Reply, Stop, Usage } from "../../core/reply.ts";
import { unknownUsage } from "./answer.ts";
import type { Recording } from "./recording.ts";

const tokens = z.int().min(0).nullable().default(null);
const usageSchema = z.strictObject({
  inputTokens: tokens,
  cachedTokens: tokens,
  outputTokens: tokens,
  reasoningTokens: tokens,
});

/** What a call is said to have taken, where a reply states nothing of its own. */
const callSchema = z.strictObject({
  stop: z.enum(["stop", "length", "refusal", "content-filter", "empty"]).optional(),
  latencyMs: z.number().min(0).optional(),
  usage: usageSchema.optional(),
});

const modelFileSchema = z.strictObject({
  description: z.string(),
  servedModel: z.string().nullable().default(null),
  task: callSchema.default({}),
  quiz: callSchema.default({}),
  /** Calls that differ, by file name without `.md` or by question. */
  calls: z.record(z.string(), callSchema).default({}),
});

type RecordedModel = z.infer<typeof modelFileSchema>;

type Call = z.infer<typeof callSchema>;

/** Text of a file; null if there is none. */
async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function readYaml<T>(file: string, schema: z.ZodType<T>, otherwise: unknown): Promise<T> {
  const text = await readText(file);
  const result = schema.safeParse(text === null ? otherwise : parse(text));
  if (!result.success) throw new UserError(`${file} is not valid:\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** Names of the recorded models in a folder, sorted. */
export async function recordedModels(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function toReply(text: string, model: RecordedModel, call: Call): Reply {
  const stop: Stop = call.stop ?? (text.trim() === "" ? "empty" : "stop");
  const usage: Usage = call.usage ?? unknownUsage;
  return {
    text,
    stop,
    usage,
    latencyMs: call.latencyMs ?? 0,
    retries: 0,
    servedModel: model.servedModel,
    costUsd: null,
  };
}

/**
 * Recorded replies of a folder: model.yaml (what calls took), `<task-id>.md` (`<task-id>.1.md` for attempt 1, …; a
 * missing attempt repeats attempt 0) and quiz.yaml (question id → reply). One recording serves both languages.
 * Throws `UserError` if model.yaml or quiz.yaml is not valid.
 */
export async function openFolderRecording(folder: string): Promise<Recording> {
  const model = await readYaml(join(folder, "model.yaml"), modelFileSchema, undefined);
  const quiz = new Map(Object.entries(await readYaml(join(folder, "quiz.yaml"), z.record(z.string(), z.string()), {})));
  const calls = new Map(Object.entries(model.calls));
  return {
    async find(item, _lang, attempt) {
      const answer = quiz.get(item);
      if (answer !== undefined)
        return { found: true, reply: toReply(answer, model, { ...model.quiz, ...calls.get(item) }) };
      if (!/^[a-z0-9-]+$/.test(item)) return { found: false, reason: `quiz.yaml has no answer to ${item}` };
      for (const name of attempt === 0 ? [item] : [`${item}.${attempt}`, item]) {
        const text = await readText(join(folder, `${name}.md`));
        if (text !== null) return { found: true, reply: toReply(text, model, { ...model.task, ...calls.get(name) }) };
      }
      return { found: false, reason: `there is no ${item}.md, and quiz.yaml has no answer to it` };
    },
  };
}
