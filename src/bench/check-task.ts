import { checkBrief } from "../core/brief/check-brief.ts";
import { UserError } from "../core/failure.ts";
import { drawPaths } from "../core/paths/draw-paths.ts";
import { type Task, tradingTracks } from "../core/task.ts";
import { type Judged, judge, type TaskCheckInput } from "./check-task/judge.ts";
import { evaluateProgram } from "./evaluate-program.ts";
import { prepareTask, type TaskContext } from "./task-context.ts";

/** Accept or reject, with everything that was found. */
export interface TaskVerdict {
  readonly id: string;
  readonly accepted: boolean;
  /** Why it is rejected, one line each. */
  readonly reasons: readonly string[];
  /** Utility of the reference, mean over the seeds checked; null on other tracks. */
  readonly reference: number | null;
  /** Utility of the starter, mean over the same seeds; null on other tracks. */
  readonly starter: number | null;
  /** Starter CPU time over reference CPU time; null on other tracks. */
  readonly speedUp: number | null;
  /** Number of mutants that were caught for their stated reason. */
  readonly mutantsCaught: number;
}

type Findings = Pick<TaskVerdict, "reasons"> & Partial<Omit<TaskVerdict, "id" | "accepted" | "reasons">>;

/** A task is worth its place on the speed track if its starter is this much slower than its reference. */
const leastSpeedUp = 5;
/** Utility of a program that never trades. */
const inert = -0.5;
/** A starter is beaten on this many draws of the paths taken together, not on one lucky draw. */
const draws = 8;
/** Wrong solutions that a task scored by fidelity must bring along. */
const leastMutants: Readonly<Record<Task["track"], number>> = {
  design: 0,
  improve: 0,
  implement: 2,
  repair: 2,
  speed: 0,
};

const nullSolution = `export default {
  decide: (bars: Bars) => ({ target: new Float64Array(bars.length) }),
} satisfies Strategy;`;

/**
 * Proves a task: its texts are complete and name nothing real; the reference passes on every path, clean and within its
 * mandate; the starter does what it claims; every mutant fails for its stated reason; a program that never trades gains
 * nothing. What cannot be proved after an earlier fault is left out.
 */
export async function checkTask(input: TaskCheckInput): Promise<TaskVerdict> {
  const texts = [...checkBrief(input.task), ...tooFewMutants(input)];
  const found = await provePrograms(input);
  const reasons = [...texts, ...found.reasons];
  return {
    id: input.task.id,
    accepted: reasons.length === 0,
    reasons,
    reference: found.reference ?? null,
    starter: found.starter ?? null,
    speedUp: found.speedUp ?? null,
    mutantsCaught: found.mutantsCaught ?? 0,
  };
}

/** The verdict over a task whose files cannot even be read. */
export function rejectedUnread(id: string, reason: string): TaskVerdict {
  const nothing = { reference: null, starter: null, speedUp: null, mutantsCaught: 0 };
  return { id, accepted: false, reasons: [reason], ...nothing };
}

function tooFewMutants({ task, mutants }: TaskCheckInput): readonly string[] {
  const least = leastMutants[task.track];
  return mutants.length < least ? [`mutants/ holds ${mutants.length}; ${task.track} tasks need at least ${least}`] : [];
}

async function provePrograms(input: TaskCheckInput): Promise<Findings> {
  let broken: string | null;
  try {
    broken = await brokenReference(input);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    broken = error.message;
  }
  if (broken !== null) return { reasons: [broken] };
  const context = await prepareTask(input);
  const parts = [
    await proveReference(input, context),
    await proveStarter(input, context),
    await proveMutants(input, context),
    await proveNull(input, context),
  ];
  return { ...Object.assign({}, ...parts), reasons: parts.flatMap((part) => part.reasons) };
}

/** Why the reference gives no positions on some path; null if it does on all. Throws `UserError` if no paths can be drawn. */
async function brokenReference(input: TaskCheckInput): Promise<string | null> {
  const { task, datasets, seed, sandbox, compiler } = input;
  const { paths } = drawPaths({ task, datasets, seed });
  const { limits, reference: code } = task;
  const ran = await evaluateProgram({ code, paths, limits, sandbox, compiler, seed, audits: false });
  const why = ran.failure ?? ran.pathFailures.find((failure) => failure !== null);
  return why ? `reference.ts fails: ${why.kind}, ${why.message}` : null;
}

async function proveReference(input: TaskCheckInput, context: TaskContext): Promise<Findings> {
  const judged = await judge(input, context, input.task.reference, true);
  if (judged.kind !== null) return { reasons: [`reference.ts fails: ${judged.message}`] };
  const value = judged.score.utility?.value;
  if (value !== undefined && value <= inert) {
    return { reasons: [`reference.ts scores ${value.toFixed(3)}: no better than never trading (${inert})`] };
  }
  return { reasons: [], ...(value === undefined ? {} : { reference: value }) };
}

async function proveStarter(input: TaskCheckInput, context: TaskContext): Promise<Findings> {
  const { task } = input;
  if (task.starter === null) return { reasons: [] };
  if (task.track === "improve") return proveImprovable(input, context, task.starter);
  const judged = await judge(input, context, task.starter, task.track === "repair");
  if (task.track === "speed") return proveSlow(judged);
  const caught = judged.kind === "unfaithful" || judged.kind === "look-ahead";
  return { reasons: caught ? [] : [`starter.ts must be unfaithful or look ahead, but: ${judged.message}`] };
}

function proveSlow(judged: Judged): Findings {
  const { speed } = judged.score;
  if (judged.kind !== null || speed === null)
    return { reasons: [`starter.ts must be correct, but: ${judged.message}`] };
  const speedUp = speed.starterMs / speed.referenceMs;
  const times = `${speed.starterMs.toFixed(1)} ms against ${speed.referenceMs.toFixed(1)} ms`;
  const reason = `the reference is only ${speedUp.toFixed(1)} times as fast as starter.ts (${times}); ${leastSpeedUp} wanted`;
  return { reasons: speedUp < leastSpeedUp ? [reason] : [], speedUp };
}

/** The reference must beat the starter on average over several draws of the paths. */
async function proveImprovable(input: TaskCheckInput, context: TaskContext, starter: string): Promise<Findings> {
  const first = await judge(input, context, starter, true);
  if (first.kind !== null) return { reasons: [`starter.ts must be scored, but: ${first.message}`] };
  const sums = { reference: 0, starter: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const drawn = draw === 0 ? context : await prepareTask({ ...input, seed: `${input.seed}|${draw}` });
    sums.reference += (await judge(input, drawn, input.task.reference, false)).score.utility?.value ?? -1;
    sums.starter += (await judge(input, drawn, starter, false)).score.utility?.value ?? -1;
  }
  const means = { reference: sums.reference / draws, starter: sums.starter / draws };
  const reason = `reference.ts scores ${means.reference.toFixed(3)}, no better than starter.ts with ${means.starter.toFixed(3)}`;
  return { reasons: means.reference > means.starter ? [] : [reason], ...means };
}

async function proveMutants(input: TaskCheckInput, context: TaskContext): Promise<Findings> {
  const reasons: string[] = [];
  for (const { name, kind, code } of input.mutants) {
    const judged = await judge(input, context, code, true);
    if (judged.kind !== kind) reasons.push(`mutants/${name}.ts must fail with ${kind}, but: ${judged.message}`);
  }
  return { reasons, mutantsCaught: input.mutants.length - reasons.length };
}

async function proveNull(input: TaskCheckInput, context: TaskContext): Promise<Findings> {
  const judged = await judge(input, context, nullSolution, false);
  if (tradingTracks.includes(input.task.track)) {
    const value = judged.score.utility?.value ?? -1;
    return { reasons: value > inert ? [`a program that never trades scores ${value.toFixed(3)}, above ${inert}`] : [] };
  }
  const reason = "a program that never trades equals the reference: on these paths the task asks for nothing";
  return { reasons: judged.kind === "unfaithful" ? [] : [reason] };
}
