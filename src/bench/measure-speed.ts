import type { Speed } from "../core/attempt.ts";
import type { Run, RunResult } from "../core/job.ts";
import type { Path } from "../core/paths/path.ts";
import { speedScore } from "../core/score/speed-score.ts";
import type { Task } from "../core/task.ts";
import type { Compiler, Sandbox } from "./ports.ts";

/** A program of a speed task to be timed. */
export interface SpeedInput {
  readonly task: Pick<Task, "id" | "starter" | "reference" | "limits">;
  /** The market it is timed on. */
  readonly path: Path | undefined;
  /** JavaScript of the program. */
  readonly program: string | null;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
}

/** Runs of each program: the best counts, so that a busy machine costs nothing but time. */
const rounds = 5;
/**
 * Whose turn it is. The order moves on by one each round: a program that follows the starter pays for the collection of
 * the starter's garbage, which made a reference look half as fast as itself.
 */
const turns = Array.from({ length: rounds * 3 }, (_, i) => (i + Math.floor(i / 3)) % 3);

/**
 * Times a program against the starter and the reference of its task: one worker, one isolate, a fresh context a run,
 * starter, reference and program in changing turns. A program that fails while it is timed counts as slow as the limit allows.
 * Throws if the task's own programs fail.
 */
export async function measureSpeed(input: SpeedInput): Promise<Speed> {
  const { task, path, program, sandbox, compiler } = input;
  if (path === undefined || program === null) throw new Error(`${task.id}: there is nothing to time`);
  const programs = [stripped(task.id, task.starter, compiler), stripped(task.id, task.reference, compiler), program];
  const runs = turns.map((turn): Run => ({ program: turn, bars: 0 }));
  const result = await sandbox.run({ programs, bars: [path.bars], runs, limits: task.limits });
  const best = (k: number): number | null => bestMs(result.runs.filter((_, i) => turns[i] === k));
  const [starter, reference] = [best(0), best(1)];
  if (starter === null || reference === null) {
    throw new Error(`${task.id}: the ${starter === null ? "starter" : "reference"} fails on ${path.id}`);
  }
  return speedScore(starter, reference, best(2) ?? task.limits.cpuMs);
}

function stripped(id: string, source: string | null, compiler: Compiler): string {
  const result = compiler.strip(source ?? "");
  if (!result.ok) throw new Error(`${id}: ${result.failure.message}`);
  return result.code;
}

/** Least CPU time of the runs that ended well; null if none did. */
function bestMs(results: readonly RunResult[]): number | null {
  const times = results.flatMap((result) => (result.ok ? [result.cpuMs] : []));
  return times.length === 0 ? null : Math.min(...times);
}
