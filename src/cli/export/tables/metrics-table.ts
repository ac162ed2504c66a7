import { type PathRow, pathRows } from "../../../adapters/frames.ts";
import type { Attempt } from "../../../core/attempt.ts";
import type { Metrics } from "../../../core/metrics/metrics.ts";
import type { PathScore } from "../../../core/score/path-score.ts";
import { inBatches } from "../batches.ts";
import type { ExportSource } from "../export-source.ts";
import { boolean, type ColumnOf, integer, number, rowOf, type Table, text } from "../table.ts";

/** An attempt on a path: the row of `rank --csv`, and what it is made of. */
interface Cell {
  readonly row: PathRow;
  readonly path: PathScore | null;
}

const metric = (name: keyof Metrics, doc: string, make: typeof number = number): ColumnOf<Cell> =>
  make(name, doc, ({ path }) => path?.metrics?.[name] ?? null);
const given = (make: typeof text, name: string, doc: string): ColumnOf<Cell> =>
  make(name, doc, ({ row }) => row[name] ?? null);

const columns: readonly ColumnOf<Cell>[] = [
  given(text, "model", "Model that was asked."),
  given(text, "track", "Track of the task."),
  given(text, "task", "Task that was asked."),
  given(integer, "level", "1 easy, 3 hard."),
  given(text, "lang", "Language of the prompt."),
  given(integer, "attempt", "Which attempt of this model at this task, from 0."),
  given(text, "stage", "Last stage reached, or “not attempted”."),
  given(text, "failure", "Kind of what went wrong on this path, or with the attempt; null if nothing did."),
  given(number, "score", "The attempt's score."),
  given(number, "utility", "The attempt's U in [−1, 1]."),
  given(text, "path", "p1 … p8, or noise; null of an attempt that never ran."),
  given(text, "kind", "history, mirror, twin or noise (not scored)."),
  given(text, "regime", "rising, falling or flat."),
  given(boolean, "stress", "True if the scored bars hold a gap, a crash or a burst of volatility."),
  given(text, "dataset", "Dataset that the path was drawn from."),
  given(text, "symbol", "Instrument of that dataset."),
  given(integer, "start", "Index of its first bar in that instrument."),
  number("returns", "T, number of scored returns.", ({ path }) => path?.stats?.returns ?? null),
  number(
    "sigma",
    "Standard deviation (ddof 1) of the path's log returns per bar.",
    ({ path }) => path?.stats?.sigma ?? null,
  ),
  number("logGrowth", "ln of final over first equity, floored at 1e-6.", ({ path }) => path?.stats?.logGrowth ?? null),
  given(number, "z", "logGrowth/(sigma·√T)."),
  given(number, "runUp", "Largest rise of ln equity above the minimum before it."),
  given(number, "drawdown", "Largest fall of ln equity below the maximum before it."),
  number("grossExposure", "Mean of |position| over the scored bars.", ({ path }) => path?.stats?.exposure ?? null),
  metric("totalReturn", "Fraction."),
  metric("cagr", "Compound growth a year, fraction."),
  metric("volatility", "Standard deviation of returns a year, fraction."),
  metric("sharpe", "A year, risk-free rate 0."),
  metric("sortino", "A year."),
  metric("maxDrawdown", "Fraction in [0, 1]."),
  metric("maxDrawdownBars", "Bars from the peak to the recovery, or to the end.", integer),
  metric("calmar", "cagr over maxDrawdown."),
  metric("turnover", "Sum of traded value over equity."),
  metric("exposure", "Share of bars with a position."),
  metric("orders", "Rebalances.", integer),
  metric("trades", "Episodes with a position.", integer),
  metric("winRate", "Share of trades that earned."),
  metric("profitFactor", "Profits over losses."),
  metric("skewness", "Of returns."),
  metric("excessKurtosis", "Of returns."),
  metric("var95", "5 % quantile of returns a bar, a loss positive."),
  metric("es95", "Mean of the returns at or below it, a loss positive."),
  metric("psr", "Probability that the true Sharpe ratio is above 0."),
  metric("alpha", "A year, against buy-and-hold of the same path."),
  metric("beta", "Against buy-and-hold of the same path."),
  metric("informationRatio", "Against buy-and-hold of the same path, a year."),
  metric("finalEquity", "In units of the starting equity."),
];

/** One row an attempt and path, the noise path among them; an attempt that never ran has one row without a path. */
export function metricsTable(source: ExportSource): Table {
  return {
    name: "metrics",
    doc: "One row an attempt and path, the noise path among them; an attempt that never ran has one row without a path.",
    columns,
    rows: () => inBatches(source.attempts(), (attempt) => cells(attempt).map((cell) => rowOf(columns, cell))),
  };
}

function cells(attempt: Attempt): readonly Cell[] {
  const paths = attempt.noise === null ? attempt.paths : [...attempt.paths, attempt.noise];
  return pathRows([attempt]).map((row, i) => ({ row, path: paths[i] ?? null }));
}
