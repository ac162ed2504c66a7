import type { Costs } from "../core/costs.ts";
import type { Metrics } from "../core/metrics/metrics.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { curveKey } from "./attempt/path-charts.ts";
import { type CurveInput, pathChart } from "./charts/path-chart.ts";
import { formatCount, formatNumber, formatPercent } from "./format.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

/** One back-test on one market. */
export interface BacktestPageInput {
  /** Name of the strategy or of the file of positions. */
  readonly name: string;
  readonly market: string;
  readonly costs: Costs;
  readonly rebalance: string;
  readonly barsPerYear: number;
  readonly curve: Omit<CurveInput, "label" | "time" | "close"> & {
    readonly time: readonly number[];
    readonly close: readonly number[];
  };
  readonly metrics: Metrics;
  /** Metrics of buying and holding the same market at the same costs. */
  readonly held: Metrics;
  /** null for a file of positions. */
  readonly code: string | null;
  readonly benchmark: string;
}

type Row = readonly [name: string, show: (metrics: Metrics) => string];

const rows: readonly Row[] = [
  ["total return", (m) => formatPercent(m.totalReturn)],
  ["growth per year (CAGR)", (m) => formatPercent(m.cagr)],
  ["volatility per year", (m) => formatPercent(m.volatility)],
  ["Sharpe ratio, annual", (m) => formatNumber(m.sharpe, 2)],
  ["Sortino ratio, annual", (m) => formatNumber(m.sortino, 2)],
  ["maximum drawdown", (m) => formatPercent(m.maxDrawdown)],
  ["its length, bars", (m) => formatCount(m.maxDrawdownBars)],
  ["Calmar ratio", (m) => formatNumber(m.calmar, 2)],
  ["exposure, share of bars", (m) => formatPercent(m.exposure)],
  ["turnover, times equity", (m) => formatNumber(m.turnover, 1)],
  ["orders", (m) => formatCount(m.orders)],
  ["trades", (m) => formatCount(m.trades)],
  ["win rate", (m) => formatPercent(m.winRate)],
  ["profit factor", (m) => formatNumber(m.profitFactor, 2)],
  ["skewness of returns", (m) => formatNumber(m.skewness, 2)],
  ["excess kurtosis of returns", (m) => formatNumber(m.excessKurtosis, 2)],
  ["value at risk, 95 %, one bar", (m) => formatPercent(m.var95, 2)],
  ["expected shortfall, 95 %, one bar", (m) => formatPercent(m.es95, 2)],
  ["probabilistic Sharpe ratio", (m) => formatNumber(m.psr, 3)],
  ["alpha per year", (m) => formatPercent(m.alpha)],
  ["beta", (m) => formatNumber(m.beta, 2)],
  ["information ratio", (m) => formatNumber(m.informationRatio, 2)],
  ["final equity", (m) => formatNumber(m.finalEquity, 4)],
];

/** The page of one back-test: curves, metrics beside buy-and-hold, code. */
export function backtestPage(input: BacktestPageInput): string {
  const { name, market, curve, code, benchmark } = input;
  const label = `${name} on ${market}: equity against buy-and-hold, drawdown and position`;
  const start = curve.equity[0] ?? 1;
  const equity = curve.equity.map((value) => value / start);
  const size = { width: 1080, height: 560, points: 1200 };
  const body = html`<header><h1>${name} on ${market}</h1>${facts(input)}</header>
<main>${curveKey()}
<div class="scroll"><figure class="full">${pathChart({ label, equity, position: curve.position, close: curve.close, time: curve.time }, size)}</figure></div>
<h2>Metrics</h2>${metricsTable(input)}
<p class="small muted">Targets decided at the close of a bar are filled at the next open. Equity and closes are drawn relative to their start. Look-ahead is not checked here.</p>
${code !== null && html`<h2>Code</h2>${codeListing(code, [])}`}
</main>`;
  return page({ title: `${name} on ${market}: back-test`, body, benchmark });
}

function facts({ curve, barsPerYear, costs, rebalance }: BacktestPageInput): Html {
  const pairs: readonly (readonly [string, string])[] = [
    ["bars", formatCount(curve.time.length)],
    ["from", day(curve.time[0])],
    ["to", day(curve.time.at(-1))],
    ["bars per year", formatNumber(barsPerYear, 0)],
    ["fee", `${costs.feeBps} bp`],
    ["slippage", `${costs.slippageBps} bp`],
    ["rebalance", rebalance],
  ];
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function metricsTable({ metrics, held }: BacktestPageInput): Html {
  const lines = rows.map(
    ([name, show]) =>
      html`<tr><th scope="row" class="l">${name}</th><td>${show(metrics)}</td><td>${show(held)}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th class="l">metric</th><th scope="col">strategy</th><th scope="col">buy and hold</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

function day(time: number | undefined): string {
  return time === undefined ? "–" : new Date(time).toISOString().slice(0, 10);
}
