import { matchesGlob } from "node:path";
import { UserError } from "../../core/failure.ts";
import type { Manifest, Plan } from "../../core/manifest.ts";
import type { Model } from "../../core/model.ts";
import { publicRelease } from "../../core/quiz/release.ts";
import { defaultWeights } from "../../core/ranking/ranking.ts";
import { selectQuestions } from "../../core/suite/select-questions.ts";
import { type Suite, selectTasks } from "../../core/suite/suite.ts";
import type { Lang, TaskSpec } from "../../core/task.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { type BenchWorld, datasetsOf, sha256 } from "./bench-world.ts";

/** What the user chose. */
export interface PlanChoice {
  readonly suite: Suite;
  /** Globs over task ids, `quiz` for the questions; null = all of the suite. */
  readonly tasks: readonly string[] | null;
  readonly seed: string;
  readonly langs: readonly Lang[];
  /** null = the suite's. */
  readonly attempts: number | null;
}

/** The plan of a run over the tasks, questions and data at hand. */
export async function planRun(world: BenchWorld, choice: PlanChoice): Promise<Plan> {
  const { suite, tasks: globs, seed, langs } = choice;
  const wanted = (id: string): boolean => globs === null || globs.some((glob) => matchesGlob(id, glob));
  const all = await world.tasks.list();
  const tasks = (globs === null ? selectTasks(suite, all) : all).filter((task) => wanted(task.id));
  const questions = wanted("quiz") ? selectQuestions(world.paper, suite.questions) : [];
  if (tasks.length === 0 && questions.length === 0) {
    throw new UserError(
      `--tasks ${globs?.join(",")} matches no task. "walkforward tasks list" shows them; "quiz" stands for the questions.`,
    );
  }
  return {
    benchmark: benchmarkVersion,
    suite: suite.name,
    seed,
    langs,
    attempts: choice.attempts ?? suite.attempts,
    tasks: await Promise.all(tasks.map((task) => planTask(world, task))),
    quiz: {
      release: publicRelease.release,
      sha256: sha256(JSON.stringify(questions)),
      questions: questions.map((question) => ({ id: question.id, template: question.template })),
    },
    contract: sha256(world.contract),
    data: dataOf(world, tasks),
  };
}

async function planTask(world: BenchWorld, spec: TaskSpec): Promise<Plan["tasks"][number]> {
  const { id, version, track, level, classes, tags } = spec;
  return { id, version, track, level, classes, tags, sha256: sha256(JSON.stringify(await world.tasks.load(id))) };
}

function dataOf(world: BenchWorld, tasks: readonly TaskSpec[]): Record<string, string> {
  const used = world.datasets.filter((info) => tasks.some((task) => datasetsOf(task, [info]).length > 0));
  const entries = used.flatMap((info) =>
    info.instruments.map((one): [string, string] => [`${info.id}/${one.symbol}`, one.sha256]),
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** run.json of a plan and its models. The run's identity is a hash of both: equal identity, equal questions and paths. */
export function createManifest(
  plan: Plan,
  models: readonly Model[],
  environment: Readonly<Record<string, string | null>>,
): Manifest {
  return { version: 1, run: identity(plan, models), plan, weights: defaultWeights, models, environment };
}

function identity(plan: Plan, models: readonly Model[]): string {
  const hash = sha256(JSON.stringify({ plan, models }, sortKeys)).slice(0, 8);
  return `${plan.suite}-s${plan.seed.replace(/[^\w-]+/g, "_")}-${hash}`;
}

/** For `JSON.stringify`: the same text whatever the order of the keys, which a file or a schema may change. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Makes sure that a stored plan is the one that its run was made by, and still stands for the same questions, tasks and
 * data.
 *
 * @throws UserError naming what has changed since
 */
export async function requireSamePlan(world: BenchWorld, manifest: Manifest, dir: string): Promise<void> {
  const { plan } = manifest;
  if (identity(plan, manifest.models) !== manifest.run) {
    throw new UserError(
      `${dir}/run.json has been changed: its plan and models are not those of the run ${manifest.run}. Restore it, or start a new run.`,
    );
  }
  const all = await world.tasks.list();
  const changed: string[] = [];
  for (const task of plan.tasks) {
    const spec = all.find((one) => one.id === task.id);
    if (!spec || (await planTask(world, spec)).sha256 !== task.sha256) changed.push(`task ${task.id}`);
  }
  const specs = all.filter((spec) => plan.tasks.some((task) => task.id === spec.id));
  const data = dataOf(world, specs);
  for (const name of new Set([...Object.keys(data), ...Object.keys(plan.data)])) {
    if (data[name] !== plan.data[name]) changed.push(`market data ${name}`);
  }
  const asked = new Set(plan.quiz.questions.map((question) => question.id));
  const questions = world.paper.filter((question) => asked.has(question.id));
  if (sha256(JSON.stringify(questions)) !== plan.quiz.sha256) changed.push("the quiz questions");
  if (sha256(world.contract) !== plan.contract) changed.push("strategies/contract.ts");
  if (plan.benchmark !== benchmarkVersion) changed.push(`benchmark version ${plan.benchmark}, now ${benchmarkVersion}`);
  if (changed.length === 0) return;
  throw new UserError(
    `${dir} was made with other tasks or data, so its scores cannot be added to: ${changed.slice(0, 5).join(", ")}. Check out the version that made it, or start a new run.`,
  );
}
