import Table from "cli-table3";
import pc from "picocolors";
import { formatScore } from "../core/ranking/format-score.ts";
import type { Ranking, RankingRow } from "../core/ranking/ranking.ts";

/** How a table is drawn. */
export interface TableStyle {
  /** False for a terminal without colour, or a file. */
  readonly color: boolean;
}

const head = ["rank", "range", "model", "overall", "trading", "quiz", "engineering"];
const evidenceHead = ["return", "max drawdown", "Sharpe", "valid@1", "caught"];

/**
 * The ranking as text for a terminal, without a last line break: one row a model, best first; scores with the
 * decimals that their standard errors support, the overall score with half its 95 % interval; below it the weights,
 * and why rows are not ranked. Columns that are empty in every row are left out.
 */
export function rankingTable(ranking: Ranking, style: TableStyle): string {
  const colors = pc.createColors(style.color);
  const rows = ranking.models.map((row) => cells(row).map((cell) => (row.baseline ? colors.dim(cell) : cell)));
  const titles = [...head, ...evidenceHead];
  const shown = titles.flatMap((title, i) => (keepColumn(ranking, title, i) ? [i] : []));
  const table = new Table({
    head: shown.map((i) => colors.bold(titles[i] ?? "")),
    colAligns: shown.map((i) => (i === 2 || i === 11 ? "left" : "right")),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(shown.map((i) => row[i] ?? ""));
  return [table.toString(), ...notes(ranking)].join("\n");
}

/** Scores that the run does not have take no room. */
function keepColumn(ranking: Ranking, title: string, index: number): boolean {
  if (index < 3 || index >= head.length) return true;
  return ranking.models.some((row) => row[title as "overall" | "trading" | "quiz" | "engineering"] !== null);
}

function cells(row: RankingRow): string[] {
  return [
    row.rank === null ? "–" : `${row.rank}`,
    rankRange(row),
    row.model,
    withError(row),
    formatScore(row.trading, row.se.trading),
    formatScore(row.quiz, row.se.quiz),
    formatScore(row.engineering, row.se.engineering),
    percent(row.totalReturn),
    percent(row.maxDrawdown),
    row.sharpe === null ? "–" : row.sharpe.toFixed(2),
    row.validAt1 === null ? "–" : `${Math.round(100 * row.validAt1)} %`,
    caught(row),
  ];
}

/** `2–6`, or `3` where the range is one place. */
function rankRange(row: RankingRow): string {
  if (row.rankLow === null || row.rankHigh === null) return "–";
  return row.rankLow === row.rankHigh ? `${row.rankLow}` : `${row.rankLow}–${row.rankHigh}`;
}

function withError(row: RankingRow): string {
  const score = formatScore(row.overall, row.se.overall);
  if (row.ci.overall === null || row.overall === null) return score;
  return `${score} ± ${formatScore(row.ci.overall[1] - row.overall, row.se.overall)}`;
}

function percent(fraction: number | null): string {
  return fraction === null ? "–" : `${(100 * fraction).toFixed(1)} %`;
}

/** Kinds of failure and how often, the commonest first. */
function caught(row: RankingRow): string {
  const kinds = Object.entries(row.failureKinds).sort(([, a], [, b]) => b - a);
  return kinds.map(([kind, count]) => (count === 1 ? kind : `${kind} ×${count}`)).join(", ");
}

function notes(ranking: Ranking): string[] {
  const { trading, quiz, engineering } = ranking.weights;
  const shares = Object.entries({ Trading: trading, Quiz: quiz, Engineering: engineering });
  const sum = shares.flatMap(([name, share]) => (share > 0 ? `${Number(share.toFixed(3))}·${name}` : []));
  const reasons = Map.groupBy(
    ranking.models.filter((row) => row.unranked !== null),
    (row) => row.unranked ?? "",
  );
  const unranked = [...reasons].map(([reason, rows]) =>
    rows.length === ranking.models.length
      ? `Not ranked: ${reason}.`
      : `Not ranked: ${rows.map((row) => row.model).join(", ")} (${reason}).`,
  );
  return [`Overall = ${sum.join(" + ") || "nothing"}; ± is the 95 % interval.`, ...unranked];
}
