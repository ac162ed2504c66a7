import Table from "cli-table3";
import pc from "picocolors";
import type { Metrics } from "../../core/metrics/metrics.ts";

type Format = (value: number) => string;

// "-0.00" would be a sign without a digit.
const ratio: Format = (value) => value.toFixed(2).replace(/^-(0\.00)$/, "$1");
const percent: Format = (value) => `${ratio(100 * value)} %`;
const whole: Format = (value) => String(Math.round(value));

/** Rows in the order of reading: what it earned, what it risked, the ratios, how it traded, its distribution. */
const rows: readonly (readonly [name: string, key: keyof Metrics, format: Format])[] = [
  ["total return", "totalReturn", percent],
  ["CAGR", "cagr", percent],
  ["volatility a year", "volatility", percent],
  ["max drawdown", "maxDrawdown", percent],
  ["  its length, bars", "maxDrawdownBars", whole],
  ["Sharpe", "sharpe", ratio],
  ["Sortino", "sortino", ratio],
  ["Calmar", "calmar", ratio],
  ["P(Sharpe > 0)", "psr", percent],
  ["exposure", "exposure", percent],
  ["turnover", "turnover", ratio],
  ["orders", "orders", whole],
  ["trades", "trades", whole],
  ["  won", "winRate", percent],
  ["  profit factor", "profitFactor", ratio],
  ["VaR 95 % a bar", "var95", percent],
  ["ES 95 % a bar", "es95", percent],
  ["skewness", "skewness", ratio],
  ["excess kurtosis", "excessKurtosis", ratio],
  ["alpha a year", "alpha", percent],
  ["beta", "beta", ratio],
  ["information ratio", "informationRatio", ratio],
  ["final equity", "finalEquity", (value) => String(Number(value.toPrecision(6)))],
];

/** The metrics of a strategy next to those of buy-and-hold, one a row; what is not defined is a dash. No last line break. */
export function metricsTable(name: string, strategy: Metrics, buyAndHold: Metrics, color: boolean): string {
  const colors = pc.createColors(color);
  const table = new Table({
    head: ["", shortTitle(name), "buy-and-hold"].map((title) => colors.bold(title)),
    colAligns: ["left", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  const show = (value: number | null, format: Format): string => (value === null ? "–" : format(value));
  for (const [title, key, format] of rows) {
    table.push([title, show(strategy[key], format), colors.dim(show(buyAndHold[key], format))]);
  }
  return table.toString();
}

/** A name may take 80 characters; the heading above the table has it whole. */
function shortTitle(name: string): string {
  const characters = [...name];
  return characters.length > 24 ? `${characters.slice(0, 23).join("")}…` : name;
}
