import type { Utility } from "../score/path-score.ts";
import { mean } from "../stats/estimate.ts";
import { tradingTracks } from "../task.ts";
import type { Ranking } from "./ranking.ts";
import type { RankingInput } from "./ranking-input.ts";
import { type ModelScores, type Part, parts, type ScoreTable, scoreTable } from "./score-table.ts";

/** Quiz shares of the overall score that ranks are tried at. */
export const quizShares: readonly number[] = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

/** Weights of growth R, Sharpe S and drawdown D in utility; they add up to 1. */
export interface UtilityMix {
  readonly growth: number;
  readonly sharpe: number;
  readonly drawdown: number;
}

/** Places of one row where the weights are others than the benchmark's. Only ranked rows take places. */
export interface RankSensitivity {
  readonly model: string;
  /** The published place. */
  readonly rank: number;
  /** Place at each of `quizShares`, the other weights keeping their proportion; empty if the run has no quiz, or nothing else. */
  readonly byQuizShare: readonly number[];
  /** Place where one part alone is the whole of utility; null if nothing of the run is traded. */
  readonly byPart: Readonly<Record<keyof UtilityMix, number>> | null;
  /** Best and worst place over all mixes of R, S and D in tenths; null if nothing of the run is traded. */
  readonly overMixes: readonly [best: number, worst: number] | null;
}

/** One place more than the rows above it: equal scores share a place. */
type Places = readonly number[];

/** How each rank moves over quiz shares of 10 to 40 % and over all weights of R, S and D; ranked rows, best first. */
export function rankSensitivity(input: RankingInput, ranking: Ranking): readonly RankSensitivity[] {
  const table = scoreTable(input);
  const ranked = ranking.models.filter((row) => row.rank !== null);
  const models = ranked.flatMap((row) => table.models.find((model) => model.id === row.model) ?? []);
  const shares = shareable(table) ? quizShares.map((share) => placesAt(models, withQuizShare(table, share))) : [];
  const traded = table.units.trading.length > 0;
  const mixed = traded ? mixes(10).map((mix) => placesOfMix(table, models, mix)) : [];
  const alone = traded ? corners.map((mix) => placesOfMix(table, models, mix)) : [];
  return ranked.map((row, i) => {
    const all = mixed.map((places) => places[i] ?? 1);
    const [growth = 1, sharpe = 1, drawdown = 1] = alone.map((places) => places[i] ?? 1);
    return {
      model: row.model,
      rank: row.rank ?? 1,
      byQuizShare: shares.map((places) => places[i] ?? 1),
      byPart: traded ? { growth, sharpe, drawdown } : null,
      overMixes: traded ? ([Math.min(...all), Math.max(...all)] as const) : null,
    };
  });
}

/**
 * U with other weights of its parts: max(−1, (1 − e)·[A·(w·R + w·S + w·D) − 0.5·(1 − A)] − e). With thirds it is the
 * utility that was stored.
 */
export function mixedUtility({ growth, sharpe, drawdown, activity, errors }: Utility, mix: UtilityMix): number {
  const earned = mix.growth * growth + mix.sharpe * sharpe + mix.drawdown * drawdown;
  return Math.max(-1, (1 - errors) * (activity * earned - 0.5 * (1 - activity)) - errors);
}

/** All weights of three parts in steps of 1/n. */
export function mixes(n: number): readonly UtilityMix[] {
  const all: UtilityMix[] = [];
  for (let a = 0; a <= n; a++) {
    for (let b = 0; a + b <= n; b++) all.push({ growth: a / n, sharpe: b / n, drawdown: (n - a - b) / n });
  }
  return all;
}

const corners: readonly UtilityMix[] = [
  { growth: 1, sharpe: 0, drawdown: 0 },
  { growth: 0, sharpe: 1, drawdown: 0 },
  { growth: 0, sharpe: 0, drawdown: 1 },
];

/** A share of the quiz says something where there is a quiz and something else. */
function shareable(table: ScoreTable): boolean {
  return table.weights.quiz > 0 && table.weights.quiz < 1;
}

function withQuizShare({ weights }: ScoreTable, share: number): Readonly<Record<Part, number>> {
  const scale = (1 - share) / (1 - weights.quiz);
  return { trading: scale * weights.trading, quiz: share, engineering: scale * weights.engineering };
}

function placesAt(models: readonly ModelScores[], weights: Readonly<Record<Part, number>>): Places {
  return placesOf(models.map((model) => overallOf(model, weights, null)));
}

function placesOfMix(table: ScoreTable, models: readonly ModelScores[], mix: UtilityMix): Places {
  return placesOf(models.map((model) => overallOf(model, table.weights, 50 + 50 * meanUtility(table, model, mix))));
}

/** The weighted sum of the means of the parts; `trading` in place of the model's own where it is given. */
function overallOf(model: ModelScores, weights: Readonly<Record<Part, number>>, trading: number | null): number {
  let sum = 0;
  for (const part of parts) {
    if (weights[part] === 0) continue;
    const own = part === "trading" && trading !== null ? trading : mean(model.points[part].flatMap((p) => p ?? []));
    sum += weights[part] * (own ?? 0);
  }
  return sum;
}

/** Mean over the trading tasks of the mean over a task's attempts; what has no utility keeps its score. */
function meanUtility(table: ScoreTable, model: ModelScores, mix: UtilityMix): number {
  const byTask = new Map<string, number[]>();
  for (const { track, task, notAttempted, utility, score } of model.attempts) {
    if (!tradingTracks.includes(track) || notAttempted !== null || score === null) continue;
    const values = byTask.get(task) ?? [];
    values.push(utility === null ? score : mixedUtility(utility, mix));
    byTask.set(task, values);
  }
  return mean(table.units.trading.flatMap((task) => mean(byTask.get(task) ?? []) ?? [])) ?? -1;
}

/** Scores that differ by rounding alone share a place. */
function placesOf(scores: readonly number[]): Places {
  return scores.map((score) => 1 + scores.filter((other) => other > score + 1e-9).length);
}
