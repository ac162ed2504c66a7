import type { FailureKind } from "../../core/failure.ts";
import type { Dataset } from "../../core/market/dataset.ts";
import type { Mutant, Task } from "../../core/task.ts";
import { evaluateProgram } from "../evaluate-program.ts";
import type { Compiler, Sandbox } from "../ports.ts";
import { type EvaluationScore, scoreEvaluation } from "../score-evaluation.ts";
import type { TaskContext } from "../task-context.ts";

/** A task to be proved, and what it is proved with. */
export interface TaskCheckInput {
  readonly task: Task;
  readonly mutants: readonly Mutant[];
  /** The datasets that its paths are drawn from. */
  readonly datasets: readonly Dataset[];
  /** Text of strategies/contract.ts. */
  readonly contract: string;
  readonly seed: string;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
}

/** A program of a task, evaluated and scored like a model's. */
export interface Judged {
  readonly score: EvaluationScore;
  /** What is wrong with it, as a whole or on the first path that fails; null if nothing is. */
  readonly kind: FailureKind | null;
  readonly message: string;
}

/** Evaluates and scores one program of a task as the pipeline does a model's. */
export async function judge(
  input: Pick<TaskCheckInput, "sandbox" | "compiler">,
  context: TaskContext,
  code: string,
  audits: boolean,
): Promise<Judged> {
  const { sandbox, compiler } = input;
  const { task, paths, seed } = context;
  const { limits } = task;
  const evaluation = await evaluateProgram({ code, paths, limits, sandbox, compiler, seed, audits });
  const score = await scoreEvaluation({ context, evaluation, sandbox, compiler });
  const failed = score.paths.find((path) => path.failure !== null);
  const why = score.failure ?? failed?.failure ?? null;
  const where = score.failure === null && failed ? `on ${failed.path}: ` : "";
  return {
    score,
    kind: why?.kind ?? null,
    message: why === null ? "no failure" : `${where}${why.kind}, ${why.message}`,
  };
}
