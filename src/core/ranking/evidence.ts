import type { Attempt } from "../attempt.ts";
import { type FailureKind, failureKinds, type Stage, stages } from "../failure.ts";
import type { PathKind } from "../paths/path.ts";
import { utility } from "../score/utility.ts";
import { mean, median } from "../stats/estimate.ts";
import { tradingTracks } from "../task.ts";
import type { RankingRow } from "./ranking.ts";
import type { ModelScores } from "./score-table.ts";

/** The columns of a row that stand beside the scores and never rank. */
export type Evidence = Pick<
  RankingRow,
  | "totalReturn"
  | "maxDrawdown"
  | "sharpe"
  | "mirageGap"
  | "noiseReturn"
  | "validAt1"
  | "attempts"
  | "questions"
  | "unparsable"
  | "notAttempted"
  | "costUsd"
  | "latencyMs"
  | "inputTokens"
  | "outputTokens"
  | "failures"
  | "failureKinds"
>;

/** Evidence about one model, from its lines that count. Attempts that the world failed count in `notAttempted` only. */
export function evidence(scores: ModelScores): Evidence {
  const attempts = scores.attempts.filter((attempt) => attempt.notAttempted === null);
  const answers = scores.answers.filter((answer) => answer.notAttempted === null);
  const trading = attempts.filter((attempt) => tradingTracks.includes(attempt.track));
  const first = attempts.filter((attempt) => attempt.attempt === 0);
  // A program caught looking ahead leaves splendid paths behind: what was not scored is not averaged.
  const scored = trading.filter((attempt) => attempt.failure === null);
  const metrics = scored.flatMap((attempt) => attempt.paths.flatMap((path) => path.metrics ?? []));
  const replies = [...attempts, ...answers].flatMap((record) => record.reply ?? []);
  const history = kindUtility(scored, "history");
  const twin = kindUtility(scored, "twin");
  return {
    totalReturn: mean(metrics.flatMap((path) => path.totalReturn ?? [])),
    maxDrawdown: mean(metrics.flatMap((path) => path.maxDrawdown ?? [])),
    sharpe: mean(metrics.flatMap((path) => path.sharpe ?? [])),
    mirageGap: history === null || twin === null ? null : history - twin,
    noiseReturn: mean(trading.flatMap((attempt) => attempt.noise?.metrics?.totalReturn ?? [])),
    validAt1: mean(first.map((attempt) => (failedStage(attempt) === null ? 1 : 0))),
    attempts: attempts.length,
    questions: answers.length,
    unparsable: answers.filter((answer) => answer.mark?.outcome === "unparsable").length,
    notAttempted: scores.attempts.length + scores.answers.length - attempts.length - answers.length,
    costUsd: total(replies.map((reply) => reply.costUsd)),
    latencyMs: median(replies.map((reply) => reply.latencyMs)),
    inputTokens: total(replies.map((reply) => reply.usage.inputTokens)),
    outputTokens: total(replies.map((reply) => reply.usage.outputTokens)),
    failures: count(attempts, stages, (attempt) => [failedStage(attempt)]),
    failureKinds: count(attempts, failureKinds, kindsOf),
  };
}

/** The stage at which nothing was left to score: of the attempt, or of a program that failed on every path. */
function failedStage(attempt: Attempt): Stage | null {
  if (attempt.stage !== "scored") return attempt.stage;
  if (attempt.failure !== null || attempt.paths.some((path) => path.failure === null)) return null;
  return attempt.paths[0]?.failure?.stage ?? null;
}

/** What went wrong in an attempt: as a whole, or on some of its paths. */
function kindsOf(attempt: Attempt): FailureKind[] {
  if (attempt.failure !== null) return [attempt.failure.kind];
  return attempt.paths.flatMap((path) => path.failure?.kind ?? []);
}

/** Mean U over the attempts, each on its paths of one kind alone; null if no path of that kind was run. */
function kindUtility(attempts: readonly Attempt[], kind: PathKind): number | null {
  const values: number[] = [];
  for (const attempt of attempts) {
    const paths = attempt.paths.filter((path) => path.kind === kind);
    if (paths.length > 0) values.push(utility(paths).value);
  }
  return mean(values);
}

/** The sum of what is known; null if nothing is. */
function total(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => value ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** How many attempts have each name, in the order of `names`; names that none has are left out. */
function count<K extends string>(
  attempts: readonly Attempt[],
  names: readonly K[],
  namesOf: (attempt: Attempt) => readonly (K | null)[],
): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const name of names) {
    const found = attempts.filter((attempt) => namesOf(attempt).includes(name)).length;
    if (found > 0) counts[name] = found;
  }
  return counts;
}
