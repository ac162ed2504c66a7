import { join } from "node:path";
import { attemptPath } from "../../adapters/run-folder/file-names.ts";
import { streamJsonLines } from "../../adapters/run-folder/stream-json-lines.ts";
import { readManifest } from "../../adapters/run-folder.ts";
import type { Attempt, QuizAnswer } from "../../core/attempt.ts";
import { attemptSchema, quizAnswerSchema } from "../../core/attempt-schema.ts";
import type { Manifest } from "../../core/manifest.ts";

/** A stored run whose records are read one at a time. */
export interface ExportSource {
  readonly dir: string;
  readonly manifest: Manifest;
  /** In the order of the file; of several lines of one attempt the one that counts. */
  attempts(): AsyncIterable<Attempt>;
  /** The same for answers. */
  answers(): AsyncIterable<QuizAnswer>;
}

/** Opens a run folder for export. @throws UserError if it is none; reading throws it for a damaged line */
export function openExportSource(dir: string): ExportSource {
  return {
    dir,
    manifest: readManifest(dir),
    attempts: () => counting(() => streamJsonLines(join(dir, "attempts.jsonl"), attemptSchema), attemptPath),
    answers: () => counting(() => streamJsonLines(join(dir, "quiz.jsonl"), quizAnswerSchema), answerKey),
  };
}

function answerKey({ model, question, lang, attempt }: QuizAnswer): string {
  return JSON.stringify([model, question, lang, attempt]);
}

/** Of several lines with one key the last that was attempted, else the last: read twice, keys alone kept in memory. */
async function* counting<T extends { readonly notAttempted: string | null }>(
  read: () => AsyncIterable<{ readonly record: T; readonly end: number }>,
  keyOf: (record: T) => string,
): AsyncGenerator<T, void, undefined> {
  const chosen = new Map<string, { readonly end: number; readonly attempted: boolean }>();
  for await (const { record, end } of read()) {
    const known = chosen.get(keyOf(record));
    const attempted = record.notAttempted === null;
    if (known === undefined || attempted || !known.attempted) chosen.set(keyOf(record), { end, attempted });
  }
  const ends = new Set(Array.from(chosen.values(), ({ end }) => end));
  for await (const { record, end } of read()) if (ends.has(end)) yield record;
}
