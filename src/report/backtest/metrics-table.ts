import type { Metrics } from "../../core/metrics/metrics.ts";
import { formatCount, formatNumber, formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";

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

/** The metrics of a strategy beside those of what it is compared with, `heldName`. */
export function metricsTable(metrics: Metrics, held: Metrics, heldName: string): Html {
  const lines = rows.map(
    ([name, show]) =>
      html`<tr><th scope="row" class="l">${name}</th><td>${show(metrics)}</td><td>${show(held)}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th class="l">metric</th><th scope="col">strategy</th><th scope="col">${heldName}</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}
