import type { Attempt, QuizAnswer } from "../attempt.ts";
import { mean, type Sample } from "../stats/estimate.ts";
import { type Track, tracks, tradingTracks } from "../task.ts";
import type { Weights } from "./ranking.ts";
import type { RankingInput } from "./ranking-input.ts";

/** The parts of the overall score. */
export const parts = ["trading", "quiz", "engineering"] as const;

/** One part of the overall score. */
export type Part = (typeof parts)[number];

/** The units of each part, sorted: task ids, or quiz templates. */
export type Units = Readonly<Record<Part, readonly string[]>>;

/** What one model got on each unit, in points of 100 and in the order of `Units`; null = it has no score there. */
export interface ModelScores {
  readonly id: string;
  readonly baseline: boolean;
  readonly points: Readonly<Record<Part, readonly (number | null)[]>>;
  /** Task score (mean over attempts, not in points) of every strategy task it has, by task id. */
  readonly tasks: ReadonlyMap<string, number>;
  /** Its lines that count, in canonical order, those that the world failed among them. */
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
}

/** Every model's scores on every unit. */
export interface ScoreTable {
  readonly units: Units;
  /** Weights of the parts that the run has, adding up to 1; all 0 if it has none. */
  readonly weights: Weights;
  /** Sorted by id. */
  readonly models: readonly ModelScores[];
}

/**
 * Boils attempts and answers down to one number a model and unit: the mean over attempts (never the best). Points of
 * a trading task are 50 + 50·U; of a quiz template 100 × the mean guess-corrected mark of its questions; of an
 * engineering task 100 × its score, each task one unit: pass rate in [0, 100], speed-up in [−100, 150].
 * A baseline is no language model and is asked neither quiz nor engineering tasks: it stands as having left all of
 * them blank, 0 points each, and where there is nothing to trade it has no row. Sums run in a canonical order, so that no byte depends on the order of the input.
 */
export function scoreTable(input: RankingInput): ScoreTable {
  const units = unitsOf(input);
  const attempts = groupBy(latest(input.attempts, attemptKey), (attempt) => attempt.model);
  const answers = groupBy(latest(input.answers, answerKey), (answer) => answer.model);
  const wanted = new Set([...units.trading, ...units.engineering]);
  const templates = new Set(units.quiz);
  const rows = input.models.filter((model) => !model.baseline || units.trading.length > 0);
  const ids = [...new Map(rows.map((model) => [model.id, model])).values()].sort(byId);
  const models = ids.map((model) =>
    modelScores(
      model,
      units,
      (attempts.get(model.id) ?? []).filter((attempt) => wanted.has(attempt.task)),
      (answers.get(model.id) ?? []).filter((answer) => templates.has(answer.template)),
    ),
  );
  return { units, weights: weightsOf(input.weights, units), models };
}

/** The samples of a weighted sum over the parts: one number for each unit that `valueAt` has one for. */
export function samplesOf(table: ScoreTable, valueAt: (part: Part, unit: number) => number | null): Sample[] {
  return parts.map((part) => ({
    weight: table.weights[part],
    values: table.units[part].flatMap((_, unit) => valueAt(part, unit) ?? []),
  }));
}

function unitsOf(input: RankingInput): Units {
  const track = new Map<string, Track>();
  for (const attempt of input.attempts) track.set(attempt.task, attempt.track);
  const tasks = [...new Set(input.expected.tasks)].sort();
  const isTrading = (task: string): boolean => {
    // A task that nobody has attempted yet shows its track in its id: `design-trend-1`.
    const known = track.get(task) ?? tracks.find((name) => task.startsWith(`${name}-`));
    return known === undefined || tradingTracks.includes(known);
  };
  return {
    trading: tasks.filter(isTrading),
    quiz: [...new Set(input.expected.templates)].sort(),
    engineering: tasks.filter((task) => !isTrading(task)),
  };
}

/** Renormalises the weights over the parts that the run has; if those have no weight at all, they share equally. */
function weightsOf(weights: Weights, units: Units): Weights {
  const present = parts.filter((part) => units[part].length > 0);
  const total = present.reduce((sum, part) => sum + weights[part], 0);
  const share = (part: Part): number => {
    if (!present.includes(part)) return 0;
    return total > 0 ? weights[part] / total : 1 / present.length;
  };
  return { trading: share("trading"), quiz: share("quiz"), engineering: share("engineering") };
}

function modelScores(
  model: { readonly id: string; readonly baseline: boolean },
  units: Units,
  attempts: readonly Attempt[],
  answers: readonly QuizAnswer[],
): ModelScores {
  const tasks = meansBy(
    attempts,
    (attempt) => attempt.task,
    (attempt) => (attempt.notAttempted === null ? attempt.score : null),
  );
  const marks = meansBy(
    answers,
    (answer) => answer.template,
    (answer) => (answer.notAttempted === null ? (answer.mark?.score ?? null) : null),
  );
  const blank = model.baseline ? 0 : null;
  const scaled = (value: number | undefined, base: number, slope: number): number | null =>
    value === undefined ? null : base + slope * value;
  const points = {
    trading: units.trading.map((task) => scaled(tasks.get(task), 50, 50)),
    quiz: units.quiz.map((template) => blank ?? scaled(marks.get(template), 0, 100)),
    engineering: units.engineering.map((task) => blank ?? scaled(tasks.get(task), 0, 100)),
  };
  return { id: model.id, baseline: model.baseline, points, tasks, attempts, answers };
}

/** The mean value of each group that has one. */
function meansBy<T>(records: readonly T[], key: (t: T) => string, value: (t: T) => number | null): Map<string, number> {
  const means = new Map<string, number>();
  for (const [name, group] of groupBy(records, key)) {
    const average = mean(group.flatMap((record) => value(record) ?? []));
    if (average !== null) means.set(name, average);
  }
  return means;
}

function groupBy<T>(records: readonly T[], key: (t: T) => string): Map<string, T[]> {
  return Map.groupBy(records, key);
}

/** One record a key, sorted by key: an attempted one before one that the world failed, else the last. */
function latest<T extends { readonly notAttempted: string | null }>(records: readonly T[], key: (t: T) => string): T[] {
  const kept = new Map<string, T>();
  for (const record of records) {
    const name = key(record);
    const before = kept.get(name);
    if (before?.notAttempted === null && record.notAttempted !== null) continue;
    kept.set(name, record);
  }
  return [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}

function attemptKey(attempt: Attempt): string {
  return [attempt.model, attempt.task, attempt.lang, `${attempt.attempt}`.padStart(6, "0")].join("\n");
}

function answerKey(answer: QuizAnswer): string {
  return [answer.model, answer.question, answer.lang, `${answer.attempt}`.padStart(6, "0")].join("\n");
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
