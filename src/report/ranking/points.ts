import { formatScore } from "../../core/ranking/format-score.ts";
import type { Interval, RankingRow } from "../../core/ranking/ranking.ts";

/** A score as everywhere in a page: the decimals that its error supports, and a true minus. */
export function points(score: number | null, error: number | null): string {
  return formatScore(score, error).replace("-", "−");
}

/** `62 ± 4`: a score and half of its 95 % interval. */
export function withInterval(score: number | null, interval: Interval | null, error: number | null): string {
  const text = points(score, error);
  if (score === null || interval === null) return text;
  return `${text} ± ${formatScore(interval[1] - score, error)}`;
}

/** `2–6`, or `3` where the range is one place; "–" for a row that is not ranked. */
export function rankRange(row: Pick<RankingRow, "rankLow" | "rankHigh">): string {
  if (row.rankLow === null || row.rankHigh === null) return "–";
  return row.rankLow === row.rankHigh ? `${row.rankLow}` : `${row.rankLow}–${row.rankHigh}`;
}
