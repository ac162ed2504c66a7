import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import pc from "picocolors";
import { formatScore } from "../core/ranking/format-score.ts";
import type { Ranking, RankingRow } from "../core/ranking/ranking.ts";
import { wrapWords } from "./wrap-words.ts";

/** How a table is drawn. */
export interface TableStyle {
  /** False for a terminal without colour, or a file. */
  readonly color: boolean;
  /** Characters a line has room for; left out where there is no bound. */
  readonly columns?: number | undefined;
}

type Score = "overall" | "trading" | "quiz" | "engineering";

interface Column {
  readonly title: string;
  /** Title where room is scarce. */
  readonly short: string;
  readonly align: "left" | "right";
  readonly cell: (row: RankingRow) => string;
}

/** A cell of what does not exist. */
const nothing = "–";

const columns: readonly Column[] = [
  { title: "rank", short: "rank", align: "left", cell: rankWithRange },
  { title: "model", short: "model", align: "left", cell: (row) => row.model },
  { title: "overall", short: "overall", align: "right", cell: withError },
  scoreColumn("trading", "trading"),
  scoreColumn("quiz", "quiz"),
  scoreColumn("engineering", "engin."),
  { title: "return", short: "return", align: "right", cell: (row) => percent(row.totalReturn) },
  { title: "max drawdown", short: "max DD", align: "right", cell: (row) => percent(row.maxDrawdown) },
  { title: "Sharpe", short: "Sharpe", align: "right", cell: (row) => fixed(row.sharpe, 2) },
  { title: "valid@1", short: "valid@1", align: "right", cell: validAt1 },
];

/** What gives way on a narrow terminal, the least missed first. */
const dispensable = ["valid@1", "engineering", "Sharpe", "max drawdown", "return", "quiz", "trading"];

/**
 * The ranking as text for a terminal, without a last line break: one row a model, best first, "3 (2–6)" its rank and
 * rank range; scores with the decimals that their standard errors support, the overall score with half its 95 %
 * interval; below it the weights, why rows are not ranked, and the failures of each model. Columns that are empty in
 * every row are left out; where `style.columns` is too few for all, titles are shortened and columns give way.
 */
export function rankingTable(ranking: Ranking, style: TableStyle): string {
  const { text, dropped } = fittingTable(ranking, style);
  const hidden = dropped.length === 0 ? [] : [`No room here for: ${dropped.join(", ")}. The report has them.`];
  return [
    text,
    ...[...notes(ranking), ...hidden].flatMap((note) => wrapWords(note, style.columns)),
    ...failureLines(ranking, style),
  ].join("\n");
}

function fittingTable(ranking: Ranking, style: TableStyle): { text: string; dropped: readonly string[] } {
  const filled = columns.filter(
    ({ title, cell }) => title === "rank" || ranking.models.some((row) => cell(row).trim() !== nothing),
  );
  const full = drawTable(ranking, filled, "title", style);
  if (style.columns === undefined || widthOf(full) <= style.columns) return { text: full, dropped: [] };
  for (let count = 0; ; count++) {
    const gone = dispensable.slice(0, count);
    const shown = filled.filter((column) => !gone.includes(column.title));
    const text = drawTable(ranking, shown, "short", style);
    if (widthOf(text) > style.columns && count < dispensable.length) continue;
    return { text, dropped: filled.flatMap((column) => (shown.includes(column) ? [] : [column.title])) };
  }
}

function drawTable(ranking: Ranking, shown: readonly Column[], titles: "title" | "short", style: TableStyle): string {
  const colors = pc.createColors(style.color);
  const table = new Table({
    head: shown.map((column) => colors.bold(column[titles])),
    colAligns: shown.map((column) => column.align),
    chars: plainChars,
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
  });
  for (const row of ranking.models) {
    const paint = row.baseline ? colors.dim : (text: string): string => text;
    table.push(shown.map((column) => paint(column.cell(row))));
  }
  return table.toString();
}

/** A line under the titles, two spaces between columns, and nothing else: every character counts at 80 columns. */
const plainChars = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "─", "mid-mid": "──", right: "", "right-mid": "", middle: "  " },
};

function widthOf(text: string): number {
  return Math.max(
    ...stripVTControlCharacters(text)
      .split("\n")
      .map((line) => line.length),
  );
}

function scoreColumn(score: Score, short: string): Column {
  return { title: score, short, align: "right", cell: (row) => formatScore(row[score], row.se[score]) };
}

/** `3 (2–6)`, or `3` where the range is that one place. */
function rankWithRange({ rank, rankLow, rankHigh }: RankingRow): string {
  if (rank === null) return ` ${nothing}`;
  const place = `${rank}`.padStart(2);
  if (rankLow === null || rankHigh === null || (rankLow === rank && rankHigh === rank)) return place;
  return `${place} (${rankLow === rankHigh ? rankLow : `${rankLow}–${rankHigh}`})`;
}

function withError(row: RankingRow): string {
  const score = formatScore(row.overall, row.se.overall);
  if (row.ci.overall === null || row.overall === null || row.rank === null) return score;
  return `${score} ± ${formatScore(row.ci.overall[1] - row.overall, row.se.overall)}`;
}

function validAt1(row: RankingRow): string {
  return row.validAt1 === null ? nothing : `${Math.round(100 * row.validAt1)} %`;
}

function percent(fraction: number | null): string {
  return fraction === null ? nothing : `${fixed(100 * fraction, 1)} %`;
}

/** A number with fixed decimals, never "-0.0"; "–" where there is none. */
function fixed(value: number | null, decimals: number): string {
  if (value === null) return nothing;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

function notes(ranking: Ranking): string[] {
  const { trading, quiz, engineering } = ranking.weights;
  const shares = Object.entries({ Trading: trading, Quiz: quiz, Engineering: engineering });
  const sum = shares.flatMap(([name, share]) =>
    share === 1 ? name : share > 0 ? `${Number(share.toFixed(3))}·${name}` : [],
  );
  const ranked = ranking.models.some((row) => row.rank !== null);
  const blank = ranking.baselines.length > 0 && quiz + engineering > 0;
  const reasons = Map.groupBy(
    ranking.models.filter((row) => row.unranked !== null),
    (row) => row.unranked ?? "",
  );
  const unranked = [...reasons].map(([reason, rows]) =>
    rows.length === ranking.models.length
      ? `Not ranked: ${reason}.`
      : `Not ranked: ${rows.map((row) => row.model).join(", ")} (${reason}).`,
  );
  return [
    `Overall = ${sum.join(" + ") || "nothing"}.${ranked ? " ± is the 95 % interval, (2–6) the range of ranks that tests do not rule out." : ""}`,
    ...(blank
      ? ["Baselines only trade: all else counts 0 in their Overall. Compare models with them by Trading."]
      : []),
    ...unranked,
  ];
}

/** Kinds of failure and how often, the commonest first, a line a model. */
function failureLines(ranking: Ranking, style: TableStyle): string[] {
  const rows = ranking.models.filter((row) => Object.keys(row.failureKinds).length > 0);
  if (rows.length === 0) return [];
  const indent = 4 + Math.max(...rows.map((row) => row.model.length));
  const lines = rows.flatMap((row) => {
    const kinds = Object.entries(row.failureKinds).sort(([, a], [, b]) => b - a);
    // A count stays on the line of its kind.
    const text = kinds.map(([kind, count]) => (count === 1 ? kind : `${kind}\u00a0×${count}`)).join(", ");
    const room = style.columns === undefined ? undefined : style.columns - indent;
    const [first = "", ...more] = wrapWords(text, room).map((line) => line.replaceAll("\u00a0", " "));
    return [`  ${row.model.padEnd(indent - 2)}${first}`, ...more.map((line) => " ".repeat(indent) + line)];
  });
  return ["Failures:", ...lines];
}
