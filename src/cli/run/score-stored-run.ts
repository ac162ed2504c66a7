import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { relative, resolve } from "node:path";
import { openRunFolder, readRun } from "../../adapters/run-folder.ts";
import { scoreAnswer, scoreAttempt } from "../../bench/score-run.ts";
import { taskPaths } from "../../bench/task-context.ts";
import type { Io } from "../io.ts";
import { openBenchWorld } from "./bench-world.ts";
import { requireSamePlan } from "./plan-run.ts";
import { createProgress } from "./progress.ts";
import { showRun } from "./show-run.ts";

/**
 * Scores a stored run anew into a folder beside it, then puts that in its place: the old scores are lost only when all
 * the new ones are there.
 */
export async function scoreStoredRun(
  io: Io,
  dir: string,
  options: { readonly data?: string; readonly json: boolean },
): Promise<void> {
  const run = await readRun(dir);
  const world = await openBenchWorld(io, options.data ? { data: resolve(io.cwd, options.data) } : {});
  try {
    await requireSamePlan(world, run.manifest.plan, relative(io.cwd, dir));
    const fresh = `${dir}.scoring`;
    rmSync(fresh, { recursive: true, force: true });
    const store = openRunFolder(fresh, run.manifest);
    const progress = createProgress(io);
    const context = (task: string) => world.context(task, run.manifest.plan.seed);
    for (const { id } of run.manifest.models) {
      const total =
        run.attempts.filter((one) => one.model === id).length + run.answers.filter((one) => one.model === id).length;
      progress.onEvent({ kind: "launch", model: id, total, done: 0 });
    }
    try {
      for (const task of new Set(run.attempts.map((attempt) => attempt.task))) {
        await store.addTaskPaths(taskPaths(await context(task)));
      }
      const input = { context, questions: world.paper, sandbox: world.sandbox, compiler: world.compiler };
      const scored = run.attempts.map(async (stored) => {
        const { attempt, curves } = await scoreAttempt(stored, input);
        if (curves) await store.addCurves(attempt, curves);
        progress.onEvent({ kind: "attempt", attempt });
        return attempt;
      });
      // In the order of the stored run, so that scoring twice gives the same bytes.
      for (const attempt of scored) await store.addAttempt(await attempt);
      for (const stored of run.answers) {
        const answer = scoreAnswer(stored, world.paper);
        await store.addAnswer(answer);
        progress.onEvent({ kind: "answer", answer });
      }
    } finally {
      progress.stop();
      await store.close();
    }
    replaceFolder(dir, fresh);
    await showRun(io, dir, options.json);
  } finally {
    await world.close();
  }
}

/** Puts `fresh` in the place of `dir`; what else lies in `dir` is kept. */
function replaceFolder(dir: string, fresh: string): void {
  const old = `${dir}.before-scoring`;
  rmSync(old, { recursive: true, force: true });
  cpSync(dir, fresh, { recursive: true, force: false, errorOnExist: false });
  renameSync(dir, old);
  renameSync(fresh, dir);
  if (existsSync(old)) rmSync(old, { recursive: true });
}
