import { type Estimate, estimate } from "../stats/estimate.ts";
import { holm } from "../stats/holm.ts";
import { evidence } from "./evidence.ts";
import { pairedEstimate } from "./paired-estimate.ts";
import type { Ranking, RankingPair, RankingRow } from "./ranking.ts";
import type { RankingInput } from "./ranking-input.ts";
import { type ModelScores, type Part, parts, type ScoreTable, samplesOf, scoreTable } from "./score-table.ts";

/** With fewer units than this no rank is given: a t-test on less tells luck from skill too seldom. */
export const leastTasks = 8;

/** Chance of any false difference among all pairs. */
const familyError = 0.05;

/** A row before its rank is known. */
interface Draft {
  readonly scores: ModelScores;
  readonly row: RankingRow;
}

/**
 * The ranking of a run: rows best first (ranked rows before unranked ones, equal scores by id), pairs of complete
 * rows with Holm's correction over all of them, rank ranges from the significant ones. The same input in any order
 * gives the same bytes; nothing is rounded.
 *
 * A row with a missing attempt or answer, or one that the world failed, keeps its scores but has no rank and no pairs.
 */
export function rankModels(input: RankingInput): Ranking {
  const table = scoreTable(input);
  const scarce = tooFewUnits(table);
  const drafts = table.models.map((scores): Draft => {
    const missing = missingUnits(scores, table, input.expected);
    return { scores, row: unrankedRow(scores, table, missing ?? scarce) };
  });
  drafts.sort(bestFirst);
  const complete = drafts.filter(({ row }) => row.unranked === null || row.unranked === scarce);
  const pairs = comparePairs(table, complete);
  const models = drafts.map(({ row }) => (row.unranked === null ? withRank(row, drafts, pairs) : row));
  return {
    version: 1,
    benchmark: input.benchmark,
    run: input.run,
    weights: table.weights,
    models,
    pairs,
    baselines: models.filter((row) => row.baseline),
  };
}

function unrankedRow(scores: ModelScores, table: ScoreTable, unranked: string | null): RankingRow {
  const part = (name: Part): Estimate | null => {
    if (scores.baseline && name !== "trading") return null;
    return estimate([{ weight: 1, values: scores.points[name].flatMap((points) => points ?? []) }]);
  };
  const overall = estimate(samplesOf(table, (name, unit) => scores.points[name][unit] ?? null));
  const estimates = { overall, trading: part("trading"), quiz: part("quiz"), engineering: part("engineering") };
  const each = <T>(of: (e: Estimate | null) => T) => ({
    overall: of(estimates.overall),
    trading: of(estimates.trading),
    quiz: of(estimates.quiz),
    engineering: of(estimates.engineering),
  });
  return {
    rank: null,
    rankLow: null,
    rankHigh: null,
    model: scores.id,
    baseline: scores.baseline,
    unranked: unranked ?? (overall === null ? "nothing to score" : null),
    ...each((e) => e?.value ?? null),
    ci: each((e) => (e?.interval ? ([...e.interval] as const) : null)),
    se: each((e) => e?.standardError ?? null),
    ...evidence(scores),
    tasks: Object.fromEntries([...scores.tasks].sort(([a], [b]) => (a < b ? -1 : 1))),
    arena: null,
  };
}

/** What keeps a row from being ranked: attempts or answers that it owes; null if it owes none. */
function missingUnits(scores: ModelScores, table: ScoreTable, expected: RankingInput["expected"]): string | null {
  const owedTasks = scores.baseline ? table.units.trading : [...table.units.trading, ...table.units.engineering];
  const perTask = scores.baseline ? 1 : expected.attemptsPerTask;
  const done = new Map<string, number>();
  for (const { task, notAttempted } of scores.attempts) {
    if (notAttempted === null) done.set(task, (done.get(task) ?? 0) + 1);
  }
  let attempts = 0;
  for (const task of owedTasks) attempts += Math.max(0, perTask - (done.get(task) ?? 0));
  const answers = scores.baseline ? 0 : missingAnswers(scores, expected);
  if (attempts === 0 && answers === 0) return null;
  const owed = [countOf(attempts, "attempt"), countOf(answers, "answer")].flatMap((text) => text ?? []);
  return `incomplete: ${owed.join(" and ")} missing`;
}

function missingAnswers(scores: ModelScores, expected: RankingInput["expected"]): number {
  const given = scores.answers.filter((answer) => answer.notAttempted === null);
  const templates = new Set(given.map((answer) => answer.template));
  const untouched = expected.templates.filter((template) => !templates.has(template)).length;
  const failed = scores.answers.length - given.length;
  return Math.max(untouched, failed, (expected.answers ?? 0) - given.length);
}

function countOf(n: number, noun: string): string | null {
  return n === 0 ? null : `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** Judged by the part that stands for the run: its trading tasks, or else what it has. */
function tooFewUnits(table: ScoreTable): string | null {
  const part = parts.find((name) => table.weights[name] > 0);
  if (part === undefined || table.units[part].length >= leastTasks) return null;
  return `fewer than ${leastTasks} ${part === "quiz" ? "quiz templates" : "tasks"}`;
}

function bestFirst(a: Draft, b: Draft): number {
  const unranked = Number(a.row.unranked !== null) - Number(b.row.unranked !== null);
  if (unranked !== 0) return unranked;
  const [x, y] = [a.row.overall ?? Number.NEGATIVE_INFINITY, b.row.overall ?? Number.NEGATIVE_INFINITY];
  return x === y ? (a.row.model < b.row.model ? -1 : 1) : x > y ? -1 : 1;
}

/** All pairs of complete rows, the better one first. */
function comparePairs(table: ScoreTable, complete: readonly Draft[]): RankingPair[] {
  const pairs: RankingPair[] = [];
  for (const [i, { scores: a }] of complete.entries()) {
    for (const { scores: b } of complete.slice(i + 1)) {
      const difference = pairedEstimate(table, a, b);
      if (difference === null) continue;
      pairs.push({
        a: a.id,
        b: b.id,
        difference: difference.value,
        standardError: difference.standardError,
        tasks: table.units.trading.length,
        templates: table.units.quiz.length,
        p: difference.p,
        pHolm: null,
        significant: false,
      });
    }
  }
  const corrected = holm(pairs.map((pair) => pair.p));
  return pairs.map((pair, i) => {
    const pHolm = corrected[i] ?? null;
    return { ...pair, pHolm, significant: pHolm !== null && pHolm <= familyError };
  });
}

function withRank(row: RankingRow, drafts: readonly Draft[], pairs: readonly RankingPair[]): RankingRow {
  const ranked = drafts.filter((draft) => draft.row.unranked === null);
  const above = ranked.filter((draft) => (draft.row.overall ?? 0) > (row.overall ?? 0)).length;
  let better = 0;
  let worse = 0;
  for (const pair of pairs) {
    if (!pair.significant || (pair.a !== row.model && pair.b !== row.model)) continue;
    const ahead = pair.a === row.model ? pair.difference : -pair.difference;
    if (ahead > 0) worse++;
    else better++;
  }
  return { ...row, rank: 1 + above, rankLow: 1 + better, rankHigh: ranked.length - worse };
}
