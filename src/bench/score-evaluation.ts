import type { Attempt, Fidelity } from "../core/attempt.ts";
import { type Failure, failure } from "../core/failure.ts";
import { fidelity } from "../core/score/fidelity.ts";
import { lowestScore } from "../core/score/lowest-score.ts";
import { utility } from "../core/score/utility.ts";
import { tradingTracks } from "../core/task.ts";
import type { ProgramEvaluation } from "./evaluate-program.ts";
import { measureSpeed } from "./measure-speed.ts";
import type { Compiler, Curves, Sandbox } from "./ports.ts";
import { scorePath } from "./score-program.ts";
import type { TaskContext } from "./task-context.ts";

/** What an evaluated program scored. */
export type EvaluationScore = Pick<
  Attempt,
  "stage" | "failure" | "paths" | "noise" | "utility" | "fidelity" | "speed" | "score"
> & { readonly curves: Curves | null };

/** An evaluated program of one task. */
export interface EvaluationInput {
  readonly context: TaskContext;
  readonly evaluation: ProgramEvaluation;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
}

/**
 * Scores an evaluated program by the rule of its track: utility where it trades, nearness to the reference elsewhere.
 * A program that failed as a whole (it does not load, or it looks ahead) gets the lowest score; what it did on its
 * paths is still recorded, for the reader.
 */
export async function scoreEvaluation(input: EvaluationInput): Promise<EvaluationScore> {
  const { context, evaluation } = input;
  const { task } = context;
  const scored = scorePaths(input);
  const base = {
    stage: evaluation.stage,
    failure: evaluation.failure,
    paths: scored.paths,
    noise: scored.noise,
    utility: null,
    fidelity: null,
    speed: null,
    score: lowestScore(task.track),
    curves: scored.curves,
  };
  if (evaluation.failure !== null) return base;
  if (tradingTracks.includes(task.track)) {
    const value = utility(scored.paths);
    return { ...base, utility: value, score: value.value };
  }
  return { ...base, ...(await scoreFidelity(input)) };
}

function scorePaths(input: EvaluationInput): Pick<EvaluationScore, "paths" | "noise" | "curves"> {
  const { context, evaluation } = input;
  if (evaluation.program === null) return { paths: [], noise: null, curves: null };
  const scored = context.paths.map((path, index) =>
    scorePath(
      { path, positions: evaluation.positions[index] ?? null, failure: evaluation.pathFailures[index] ?? null },
      context.task.mandate,
    ),
  );
  const noise = evaluation.noise && scorePath({ path: context.noise, ...evaluation.noise }, context.task.mandate).score;
  const curves = scored.flatMap((path) => (path.curve === null ? [] : [path.curve]));
  return {
    paths: scored.map((path) => path.score),
    noise,
    curves: curves.length > 0 ? { paths: curves } : null,
  };
}

async function scoreFidelity(
  input: EvaluationInput,
): Promise<Pick<EvaluationScore, "failure" | "fidelity" | "speed" | "score">> {
  const { context, evaluation, sandbox, compiler } = input;
  const { task, paths, reference } = context;
  if (reference === null) throw new Error(`${task.id} has no reference positions`);
  const result = fidelity(
    paths.map((path, index) => ({
      id: path.id,
      wanted: reference[index] ?? { target: new Float64Array(0) },
      given: evaluation.pathFailures[index] ? null : (evaluation.positions[index] ?? null),
    })),
  );
  if (!result.pass) {
    return { failure: unfaithful(result), fidelity: result, speed: null, score: lowestScore(task.track) };
  }
  if (task.track !== "speed") return { failure: null, fidelity: result, speed: null, score: 1 };
  const speed = await measureSpeed({ task, path: paths[0], program: evaluation.program, sandbox, compiler });
  return { failure: null, fidelity: result, speed, score: speed.score };
}

function unfaithful(result: Fidelity): Failure {
  const first = result.firstDifference;
  const where = first
    ? `on ${first.path}, bar ${first.bar}: ${first.column ?? "target"} ${first.given ?? "absent"}, reference ${first.wanted ?? "absent"}`
    : "no path was answered";
  return failure(
    "scored",
    "unfaithful",
    `${result.pathsEqual} of ${result.paths} paths equal the reference; ${where}.`,
  );
}
