import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import PQueue from "p-queue";
import {
  beforeScoring,
  lockRun,
  openRunFolder,
  type RunFolder,
  readManifest,
  readRun,
} from "../../adapters/run-folder.ts";
import { scoreAnswer, scoreAttempt } from "../../bench/score-run.ts";
import { taskPaths } from "../../bench/task-context.ts";
import type { Attempt, QuizAnswer } from "../../core/attempt.ts";
import type { Io } from "../io.ts";
import { type BenchWorld, openBenchWorld } from "./bench-world.ts";
import { requireSamePlan } from "./plan-run.ts";
import { createProgress, type Progress } from "./progress.ts";
import { nearPath, showRun } from "./show-run.ts";

/** Options of `walkforward score`, as parsed. */
export interface ScoreOptions {
  readonly data?: string;
  readonly json: boolean;
}

/**
 * Scores a stored run anew into a folder beside it, then puts that in its place: the old scores are lost only when all
 * the new ones are there. Interrupted or killed, it leaves the old ones.
 *
 * @throws UserError if the run is damaged, made with other tasks or data, or another process is working on it
 */
export async function scoreStoredRun(io: Io, dir: string, options: ScoreOptions): Promise<void> {
  finishReplacing(dir);
  const manifest = readManifest(dir);
  const unlock = lockRun(dir);
  try {
    const world = await openBenchWorld(io, options.data ? { data: resolve(io.cwd, options.data) } : {});
    try {
      await requireSamePlan(world, manifest, nearPath(io, dir));
      const fresh = await scoreBeside(io, world, dir);
      if (fresh === null) {
        io.err(`Interrupted: the scores of ${nearPath(io, dir)} are as they were.\n`);
        io.exit(130);
        return;
      }
      replaceFolder(dir, fresh);
    } finally {
      await world.close();
    }
  } finally {
    unlock();
  }
  await showRun(io, dir, options.json);
}

/** Scores into a folder beside `dir` and returns it; null if the user interrupted, and then nothing is left of it. */
async function scoreBeside(io: Io, world: BenchWorld, dir: string): Promise<string | null> {
  const run = await readRun(dir);
  const fresh = `${dir}.scoring`;
  rmSync(fresh, { recursive: true, force: true });
  const store = openRunFolder(fresh, run.manifest);
  const progress = createProgress(io);
  try {
    for (const { id } of run.manifest.models) {
      const total = [...run.attempts, ...run.answers].filter((one) => one.model === id).length;
      progress.onEvent({ kind: "launch", model: id, total, done: 0 });
    }
    await scoreAttempts(io, world, store, run.attempts, progress);
    await scoreAnswers(world, store, run.answers, progress);
    return fresh;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (io.signal.aborted) return null;
    throw error;
  } finally {
    progress.stop();
    await store.close();
  }
}

/** Attempts that are worked on at once: enough to type-check them in batches. */
const attemptsAtOnce = 16;

/** Stores the attempts in the order of the stored run, so that scoring twice gives the same bytes. */
async function scoreAttempts(
  io: Io,
  world: BenchWorld,
  store: RunFolder,
  attempts: readonly Attempt[],
  progress: Progress,
): Promise<void> {
  const { seed } = store.manifest.plan;
  const context = (task: string) => world.context(task, seed);
  for (const task of new Set(attempts.map((attempt) => attempt.task))) {
    await store.addTaskPaths(taskPaths(await context(task)));
  }
  const input = { context, questions: world.paper, sandbox: world.sandbox, compiler: world.compiler };
  const queue = new PQueue({ concurrency: attemptsAtOnce });
  let failed = false;
  const scored = attempts.map((stored) =>
    queue.add(async () => {
      io.signal.throwIfAborted();
      if (failed) throw new Error("an attempt before this one could not be scored");
      try {
        const { attempt, curves } = await scoreAttempt(stored, input);
        if (curves) await store.addCurves(attempt, curves);
        progress.onEvent({ kind: "attempt", attempt });
        return attempt;
      } catch (error) {
        failed = true;
        throw error;
      }
    }),
  );
  // Each is waited for in its turn; that one of them fails before its turn is no unhandled error.
  for (const one of scored) one.catch(() => {});
  try {
    for (const attempt of scored) await store.addAttempt(await attempt);
  } finally {
    await queue.onIdle();
  }
}

async function scoreAnswers(
  world: BenchWorld,
  store: RunFolder,
  answers: readonly QuizAnswer[],
  progress: Progress,
): Promise<void> {
  for (const stored of answers) {
    const answer = scoreAnswer(stored, world.paper);
    await store.addAnswer(answer);
    progress.onEvent({ kind: "answer", answer });
  }
}

/** What scoring and the report write anew; nothing stale of it is to stay. */
const remade = [
  ...["run.json", "run.lock", "attempts.jsonl", "quiz.jsonl", "curves"],
  ...["ranking.json", "index.html", "strategies"],
];

/** Puts `fresh` in the place of `dir`; what else lies in `dir` is kept. */
function replaceFolder(dir: string, fresh: string): void {
  const old = beforeScoring(dir);
  rmSync(old, { recursive: true, force: true });
  const dropped = new Set(remade.map((name) => join(dir, name)));
  cpSync(dir, fresh, { recursive: true, filter: (source) => !dropped.has(source) });
  renameSync(dir, old);
  renameSync(fresh, dir);
  rmSync(old, { recursive: true });
}

/** Puts a folder back that an earlier `replaceFolder` was killed over. */
function finishReplacing(dir: string): void {
  const old = beforeScoring(dir);
  if (!existsSync(dir) && existsSync(old)) renameSync(old, dir);
}
