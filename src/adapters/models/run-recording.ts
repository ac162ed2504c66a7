import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { UserError } from "../../core/failure.ts";
import type { Reply } from "../../core/reply.ts";
import type { Recording } from "./recording.ts";
import { unknownName } from "./unknown-name.ts";

const count = z.int().min(0).nullable();
const replySchema: z.ZodType<Reply> = z.object({
  text: z.string(),
  stop: z.enum(["stop", "length", "refusal", "content-filter", "empty"]),
  usage: z.object({ inputTokens: count, cachedTokens: count, outputTokens: count, reasoningTokens: count }),
  latencyMs: z.number(),
  retries: z.int(),
  servedModel: z.string().nullable(),
  costUsd: z.number().nullable(),
});

/** The fields of a line of attempts.jsonl or quiz.jsonl that a replay needs. */
const lineSchema = z.object({
  model: z.string(),
  task: z.string().optional(),
  question: z.string().optional(),
  lang: z.enum(["en", "zh"]),
  attempt: z.int(),
  reply: replySchema.nullable(),
});

type Line = z.infer<typeof lineSchema>;

async function readLines(file: string, required: boolean): Promise<readonly Line[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    if (required) throw new UserError(`No recorded run at ${file}: give the attempts.jsonl of an earlier run.`);
    return [];
  }
  const lines = text.split("\n");
  // What follows the last line break is a line that a crash has cut, or nothing.
  return lines.slice(0, -1).map((line, index) => parseLine(line, `${file}:${index + 1}`));
}

function parseLine(line: string, place: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError(`${place} is not JSON.`);
  }
  const result = lineSchema.safeParse(value);
  if (!result.success) throw new UserError(`${place} is no line of a run:\n${z.prettifyError(result.error)}`);
  return result.data;
}

const keyOf = (item: string, lang: string, attempt: number): string => `${item}|${lang}|${attempt}`;

/**
 * The replies of an earlier run, each as it was stored. `source` is the path of its attempts.jsonl (quiz.jsonl is read
 * beside it), with `#<model id>` behind it where the run asked several models. Throws `UserError` for a missing file, a
 * broken line or an unknown model.
 */
export async function openRunRecording(source: string): Promise<Recording> {
  const [file = "", wanted] = source.split(/#(.*)/s);
  const lines = [...(await readLines(file, true)), ...(await readLines(join(dirname(file), "quiz.jsonl"), false))];
  const models = [...new Set(lines.map((line) => line.model))].sort();
  const model = wanted ?? (models.length === 1 ? models[0] : undefined);
  if (model === undefined) {
    throw new UserError(`${file} holds several models: write replay/${file}#MODEL with one of ${models.join(", ")}.`);
  }
  if (!models.includes(model)) throw unknownName(`model of ${file}`, model, models);
  const replies = new Map<string, Reply>();
  for (const line of lines) {
    if (line.model !== model || line.reply === null) continue;
    replies.set(keyOf(line.task ?? line.question ?? "", line.lang, line.attempt), line.reply);
  }
  return {
    async find(item, lang, attempt) {
      const reply = replies.get(keyOf(item, lang, attempt));
      if (reply !== undefined) return { found: true, reply };
      return { found: false, reason: `${model} gave no reply in that run` };
    },
  };
}
