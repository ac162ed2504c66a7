import type { Metrics } from "../../core/metrics/metrics.ts";
import { formatCount, formatNumber, formatPercent } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

type Show = (value: number | null) => string;

const percent: Show = (value) => formatPercent(value);
const fine: Show = (value) => formatPercent(value, 2);
const two: Show = (value) => formatNumber(value, 2);
const one: Show = (value) => formatNumber(value, 1);

/** In the order of reading: what it earned, what it risked, the ratios, how it traded, its distribution. */
const rows: readonly (readonly [name: keyof Metrics, show: Show])[] = [
  ["totalReturn", percent],
  ["cagr", percent],
  ["volatility", percent],
  ["maxDrawdown", percent],
  ["maxDrawdownBars", formatCount],
  ["sharpe", two],
  ["sortino", two],
  ["calmar", two],
  ["psr", percent],
  ["exposure", percent],
  ["turnover", (value) => (value !== null && value >= 1000 ? formatCount(value) : one(value))],
  ["orders", formatCount],
  ["trades", formatCount],
  ["winRate", percent],
  ["profitFactor", two],
  ["var95", fine],
  ["es95", fine],
  ["skewness", two],
  ["excessKurtosis", two],
  ["alpha", percent],
  ["beta", two],
  ["informationRatio", two],
  ["finalEquity", (value) => formatNumber(value, value !== null && Math.abs(value) >= 1000 ? 2 : 4)],
];

/** One column of the table: what it is called, and its metrics. */
export interface MetricsColumn {
  readonly head: Content;
  readonly metrics: Metrics;
}

/** Every metric, a row each, of what is compared side by side. */
export function metricsTable(columns: readonly MetricsColumn[]): Html {
  const lines = rows.map(
    ([name, show]) =>
      html`<tr><th scope="row" class="l">${term(name)}</th>${columns.map(({ metrics }) => html`<td>${show(metrics[name])}</td>`)}</tr>`,
  );
  return table(sayBoth("comparison"), [{ head: say("metric"), words: true }, ...columns], lines);
}
