import type { Attempt, QuizAnswer } from "../attempt.ts";
import { UserError } from "../failure.ts";
import type { Manifest, Plan } from "../manifest.ts";
import type { Weights } from "./ranking.ts";

/** All that a ranking is made of. The order of every list in it is immaterial. */
export interface RankingInput {
  readonly benchmark: string;
  /** Identity of the run. */
  readonly run: string;
  readonly weights: Weights;
  readonly models: readonly { readonly id: string; readonly baseline: boolean }[];
  /**
   * Of two lines of one model, task, language and attempt the one that was attempted counts; of two such, the last.
   * Lines of other models and of tasks that are not expected are ignored.
   */
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
  /** What every model owes. A baseline owes one attempt at each trading task, and nothing else. */
  readonly expected: {
    /** Strategy tasks, of every track. */
    readonly tasks: readonly string[];
    /** Quiz templates. */
    readonly templates: readonly string[];
    /** Attempts of a model at a task, in all languages together. */
    readonly attemptsPerTask: number;
    /** Answers of a model, in all languages together; where it is left out, one of each template is enough. */
    readonly answers?: number;
  };
}

/** A stored run, as far as a ranking needs it. */
export interface RankedRun {
  readonly manifest: Manifest;
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
}

/**
 * The ranking input of one run, or of several that asked the same: models are compared on the same tasks, paths and
 * questions, so the plans must agree in all that decides a score (not in the name of the suite). A model that is in
 * several runs is taken whole from the last.
 *
 * @throws UserError naming the two runs and what differs
 */
export function rankingInput(runs: readonly RankedRun[], weights?: Weights): RankingInput {
  const [first] = runs;
  if (first === undefined) throw new UserError("There is no run to rank. Name at least one run folder.");
  for (const run of runs) assertSamePlan(first.manifest, run.manifest);
  const source = new Map<string, RankedRun>();
  for (const run of runs) for (const model of run.manifest.models) source.set(model.id, run);
  const { plan } = first.manifest;
  return {
    benchmark: plan.benchmark,
    run: [...new Set(runs.map((run) => run.manifest.run))].join("+"),
    weights: weights ?? first.manifest.weights,
    models: [...source].map(([id, run]) => ({ id, baseline: isBaseline(run.manifest, id) })),
    attempts: runs.flatMap((run) => run.attempts.filter((attempt) => source.get(attempt.model) === run)),
    answers: runs.flatMap((run) => run.answers.filter((answer) => source.get(answer.model) === run)),
    expected: {
      tasks: plan.tasks.map((task) => task.id),
      templates: [...new Set(plan.quiz.questions.map((question) => question.template))],
      attemptsPerTask: plan.attempts * plan.langs.length,
      answers: plan.quiz.questions.length * plan.langs.length,
    },
  };
}

function isBaseline(manifest: Manifest, id: string): boolean {
  return manifest.models.some((model) => model.id === id && model.provider.kind === "baseline");
}

/** What two plans must agree in for their models to be ranked together. */
export type PlanPart =
  | "benchmark version"
  | "seed"
  | "languages"
  | "number of attempts"
  | "tasks"
  | "quiz questions"
  | "strategy contract"
  | "data";

/** The first part in which two plans differ, so that their models cannot be ranked together; null if they can. */
export function planDifference(a: Plan, b: Plan): PlanPart | null {
  const [one, other] = [comparable(a), comparable(b)];
  const parts = Object.keys(one) as PlanPart[];
  return parts.find((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part])) ?? null;
}

function assertSamePlan(a: Manifest, b: Manifest): void {
  const part = planDifference(a.plan, b.plan);
  if (part === null) return;
  throw new UserError(
    `The runs ${a.run} and ${b.run} differ in their ${part}: models are ranked on the same tasks, paths and questions only. Rank them apart.`,
  );
}

/** What must agree, in an order of its own. */
function comparable(plan: Plan): Readonly<Record<PlanPart, unknown>> {
  return {
    "benchmark version": plan.benchmark,
    seed: plan.seed,
    languages: [...plan.langs].sort(),
    "number of attempts": plan.attempts,
    tasks: plan.tasks.map((task) => [task.id, task.version, task.sha256].join(" ")).sort(),
    "quiz questions": plan.quiz.questions.map((question) => question.id).sort(),
    "strategy contract": plan.contract,
    data: Object.entries(plan.data).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}
