import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { AttemptKey, Curves, RunStore, TaskPaths } from "../bench/ports.ts";
import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import { attemptSchema, quizAnswerSchema } from "../core/attempt-schema.ts";
import { UserError } from "../core/failure.ts";
import { type Manifest, manifestSchema } from "../core/manifest.ts";
import { attemptPath, folderName } from "./run-folder/file-names.ts";
import { openJsonLines, readJsonLines } from "./run-folder/json-lines.ts";
import { lockFile } from "./run-folder/lock.ts";
import { onDisk } from "./shared/disk-error.ts";
import { writeFileAtomic } from "./shared/write-file-atomic.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A run as stored. */
export interface RunRecord {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
}

/** A run folder that is being written. */
export interface RunFolder extends RunStore {
  readonly dir: string;
  readonly manifest: Manifest;
  close(): Promise<void>;
}

/**
 * Makes the folder of a new run, or goes on with an interrupted one.
 *
 * @throws UserError if the folder holds a different run, or another process is working on it
 */
export function openRunFolder(dir: string, manifest: Manifest): RunFolder {
  onDisk(dir, () => mkdirSync(dir, { recursive: true }));
  const unlock = lockRun(dir);
  try {
    const file = join(dir, "run.json");
    if (existsSync(file)) requireSameRun(readManifest(dir), manifest, dir);
    else writeFileAtomic(file, `${JSON.stringify(manifest, null, 2)}\n`);
    const attempts = openJsonLines(join(dir, "attempts.jsonl"), attemptSchema);
    const answers = openJsonLines(join(dir, "quiz.jsonl"), quizAnswerSchema);
    return {
      dir,
      manifest,
      attempts: attempts.records,
      answers: answers.records,
      addAttempt: attempts.append,
      addAnswer: answers.append,
      addCurves: async (key, curves) => writeJsonGz(join(dir, "curves", `${attemptPath(key)}.json.gz`), curves),
      addTaskPaths: async (paths) => writeJsonGz(taskPathsFile(dir, paths.task), paths),
      close: async () => {
        await attempts.close();
        await answers.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Claims a run folder for this process. @throws UserError if another process is working on it */
export function lockRun(dir: string): () => void {
  return lockFile(join(dir, "run.lock"));
}

function requireSameRun(found: Manifest, wanted: Manifest, dir: string): void {
  if (found.run === wanted.run) return;
  throw new UserError(
    `${dir} holds the run ${found.run}, and this is ${wanted.run}: another plan, seed, data or models. Give another --out, or resume with the settings of that run.`,
  );
}

/** Where a run folder lies while one that is scored anew takes its place. */
export function beforeScoring(dir: string): string {
  return `${dir}.before-scoring`;
}

/** Reads run.json. @throws UserError if it is missing or damaged */
export function readManifest(dir: string): Manifest {
  const file = join(dir, "run.json");
  if (!existsSync(file)) {
    const cut = existsSync(beforeScoring(dir)) ? ` "walkforward score" was cut short in it: run that again.` : "";
    throw new UserError(`${dir} is not a run folder: it has no run.json.${cut}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new UserError(`${file} is not JSON: restore it from the published run.`);
  }
  const result = manifestSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(`${file}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not valid"}.`);
}

/** Reads a whole run. @throws UserError if a file is missing or damaged */
export async function readRun(dir: string): Promise<RunRecord> {
  const manifest = readManifest(dir);
  const attempts = readJsonLines(join(dir, "attempts.jsonl"), attemptSchema).records;
  const answers = readJsonLines(join(dir, "quiz.jsonl"), quizAnswerSchema).records;
  return { dir, manifest, attempts, answers };
}

/** Equity and positions of one attempt; null if the run stored none (its code never ran). */
export async function readCurves(dir: string, key: AttemptKey): Promise<Curves | null> {
  return (await readJsonGz(join(dir, "curves", `${attemptPath(key)}.json.gz`))) as Curves | null;
}

/** The scored bars of a task's paths; null if the run stored none. */
export async function readTaskPaths(dir: string, task: string): Promise<TaskPaths | null> {
  return (await readJsonGz(taskPathsFile(dir, task))) as TaskPaths | null;
}

function taskPathsFile(dir: string, task: string): string {
  return join(dir, "curves", "paths", `${folderName(task)}.json.gz`);
}

async function writeJsonGz(file: string, value: unknown): Promise<void> {
  writeFileAtomic(file, await compress(JSON.stringify(value), { level: 6 }));
}

async function readJsonGz(file: string): Promise<unknown> {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse((await decompress(await readFile(file))).toString("utf8"));
  } catch {
    throw new UserError(`${file} is damaged: make it anew with "walkforward score".`);
  }
}
