import type { Speed } from "../core/attempt.ts";
import type { Run } from "../core/job.ts";
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

/** Runs of each program. */
const rounds = 5;
/** A run shorter than this, milliseconds, is within reach of the clock's own errors: such programs run on. */
const shortMs = 20;
const roundsOfShort = 12;

/**
 * Times a program against the starter and the reference of its task: one worker, a fresh isolate a run,
 * starter, reference and program in changing turns; those under 20 ms go on for 12 more rounds. A program that fails
 * while it is timed counts as slow as the limit allows. Throws if the task's own programs fail.
 */
export async function measureSpeed(input: SpeedInput): Promise<Speed> {
  const { task, path, program, compiler } = input;
  if (path === undefined || program === null) throw new Error(`${task.id}: there is nothing to time`);
  const programs = [stripped(task.id, task.starter, compiler), stripped(task.id, task.reference, compiler), program];
  const times: number[][] = [[], [], []];
  const time = (which: readonly number[], count: number): Promise<void> =>
    addTimes(times, input, { programs, path, turns: takeTurns(which, count) });
  await time([0, 1, 2], rounds);
  const short = [0, 1, 2].filter((k) => (lowTime(times[k]) ?? shortMs) < shortMs);
  if (short.length > 0) await time(short, roundsOfShort);
  const [starter, reference, own] = times.map(lowTime);
  if (typeof starter !== "number" || typeof reference !== "number") {
    throw new Error(`${task.id}: the ${typeof starter === "number" ? "reference" : "starter"} fails on ${path.id}`);
  }
  return speedScore(starter, reference, own ?? task.limits.cpuMs);
}

/**
 * The quickest quarter's slowest time (of five, the second best); null if there is none. A busy machine makes some
 * readings long, and the clock now and then misses a tick of the scheduler and makes one far too short, even 0: the
 * least would be that one.
 */
function lowTime(times: readonly number[] | undefined): number | null {
  const sorted = [...(times ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? null;
}

function stripped(id: string, source: string | null, compiler: Compiler): string {
  const result = compiler.strip(source ?? "");
  if (!result.ok) throw new Error(`${id}: ${result.failure.message}`);
  return result.code;
}

/**
 * Whose turn it is, run by run. The order moves on by one each round: a program that follows the starter pays for the
 * collection of the starter's garbage, which made a reference look half as fast as itself.
 */
function takeTurns(which: readonly number[], count: number): readonly number[] {
  const n = which.length;
  return Array.from({ length: count * n }, (_, i) => which[(i + Math.floor(i / n)) % n] as number);
}

/** Adds the CPU times of the runs that ended well, milliseconds, to those of each program. */
async function addTimes(
  times: readonly number[][],
  input: SpeedInput,
  timing: { readonly programs: readonly string[]; readonly path: Path; readonly turns: readonly number[] },
): Promise<void> {
  const { programs, path, turns } = timing;
  const runs = turns.map((program): Run => ({ program, bars: 0 }));
  const result = await input.sandbox.run({ programs, bars: [path.bars], runs, limits: input.task.limits });
  for (const [i, turn] of turns.entries()) {
    const run = result.runs[i];
    if (run?.ok) times[turn]?.push(run.cpuMs);
  }
}
