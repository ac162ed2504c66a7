import { type Stats, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { streamJsonLines } from "../../adapters/run-folder/stream-json-lines.ts";
import { type RunRecord, readManifest } from "../../adapters/run-folder.ts";
import { attemptSchema, quizAnswerSchema } from "../../core/attempt-schema.ts";
import type { Manifest } from "../../core/manifest.ts";

/** A run folder that is read again and again, each time only what has been added. */
export interface RunBook {
  /** What changes whenever the records do, without reading them; null if the folder holds no run any more. */
  version(): string | null;
  /**
   * The run as it stands, half-written lines left out, and the version that it is of.
   *
   * @throws UserError if a file is damaged
   */
  read(): Promise<{ readonly run: RunRecord; readonly version: string }>;
}

/** Opens the book of a run folder; nothing is read yet. */
export function openRunBook(dir: string): RunBook {
  const attempts = growing(join(dir, "attempts.jsonl"), attemptSchema);
  const answers = growing(join(dir, "quiz.jsonl"), quizAnswerSchema);
  let manifest: { readonly state: string; readonly value: Manifest } | null = null;
  let reading: Promise<unknown> = Promise.resolve();
  const manifestState = (): string | null => stateOf(join(dir, "run.json"));
  const version = (): string | null => {
    const state = manifestState();
    return state === null ? null : [state, attempts.state(), answers.state()].join(" ");
  };
  const readNow = async (): Promise<{ run: RunRecord; version: string }> => {
    const state = manifestState();
    if (manifest === null || manifest.state !== state) manifest = { state: state ?? "", value: readManifest(dir) };
    const [first, second] = [await attempts.read(), await answers.read()];
    const run = { dir, manifest: manifest.value, attempts: first.records, answers: second.records };
    return { run, version: [manifest.state, first.state, second.state].join(" ") };
  };
  return {
    version,
    // One after the other: two readers of the same new lines would keep them twice.
    read: () => {
      const next = reading.then(readNow, readNow);
      reading = next.catch(() => {});
      return next;
    },
  };
}

/** A file of lines that grows. */
interface Growing<T> {
  state(): string;
  read(): Promise<{ readonly records: readonly T[]; readonly state: string }>;
}

function growing<T>(file: string, schema: z.ZodType<T>): Growing<T> {
  let records: readonly T[] = [];
  let end = 0;
  let state = "";
  let last: Stats | null = null;
  return {
    state: () => stateOf(file) ?? "-",
    read: async () => {
      const now = statOf(file);
      const same =
        now !== null && last !== null && now.ino === last.ino && now.size >= end && now.mtimeMs >= last.mtimeMs;
      const wanted = stateOf(file) ?? "-";
      if (same && wanted === state) return { records, state };
      const fresh: T[] = [];
      let reached = same ? end : 0;
      for await (const { record, end: after } of streamJsonLines(file, schema, reached)) {
        fresh.push(record);
        reached = after;
      }
      // A new list: whoever has the old one keeps it as it was.
      records = same ? [...records, ...fresh] : fresh;
      [end, state, last] = [reached, wanted, now];
      return { records, state };
    },
  };
}

/** Which file it is, how long, and when it was written; null if there is none. */
function stateOf(file: string): string | null {
  const found = statOf(file);
  return found === null ? null : [found.ino, found.size, found.mtimeMs].join(":");
}

function statOf(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null;
}
