import type { Metrics } from "../../core/metrics/metrics.ts";
import { mean } from "../../core/stats/estimate.ts";
import { costChart } from "../charts/cost-chart.ts";
import { distributionChart } from "../charts/distribution-chart.ts";
import { pooledChart } from "../charts/pooled-chart.ts";
import type { TermKey } from "../dictionary/terms.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { key } from "../parts/key.ts";
import type { PathAnalysis } from "../parts/path-analysis.ts";
import { figure } from "../parts/small-charts.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** All scored paths together: mean equity, metrics beside the alternatives, returns, costs; null without any. */
export function pooled(analyses: readonly PathAnalysis[]): Html | null {
  if (analyses.length === 0) return null;
  const curves = analyses.map(({ result, market, constant }) => ({
    equity: result.equity,
    held: market.held.result.equity,
    constant: constant.result.equity,
  }));
  const returns = Float64Array.from(analyses.flatMap((path) => Array.from(path.returns)));
  const distribution = distributionChart(sayBoth("pooledReturns"), returns);
  const count = analyses.length;
  return html`<div class="beside"><figure class="one"><h3>${say("pooledEquity")}</h3>${pooledKey()}<div class="scroll">${pooledChart(sayBoth("pooledEquityOf", { count }), curves)}</div><figcaption>${say("pooledNote")}</figcaption></figure>
<div>${comparison(analyses)}</div></div>
<div class="charts">${distribution !== null && figure(say("pooledReturns"), distribution, html`${term("var95")}, ${term("es95")}`, 3)}${figure(say("costHead"), costChart(sayBoth("pooledCosts"), meanCosts(analyses)), term("costSensitivity", say("costNoteMean")), 3)}</div>`;
}

function pooledKey(): Html {
  return key([
    { color: "var(--strategy)", words: say("keyMean") },
    { color: "color-mix(in srgb,var(--strategy) 34%,var(--paper))", words: say("keyEachPath") },
    { color: "var(--market)", words: say("keyHeldMean") },
    { color: "var(--position)", words: term("constantExposure"), dashed: true },
  ]);
}

type Row = readonly [term: TermKey, of: (metrics: Metrics) => number | null, show: (value: number | null) => string];

const percent = (value: number | null): string => formatPercent(value);
const two = (value: number | null): string => formatNumber(value, 2);

const rows: readonly Row[] = [
  ["totalReturn", (metrics) => metrics.totalReturn, percent],
  ["cagr", (metrics) => metrics.cagr, percent],
  ["volatility", (metrics) => metrics.volatility, percent],
  ["sharpe", (metrics) => metrics.sharpe, two],
  ["sortino", (metrics) => metrics.sortino, two],
  ["maxDrawdown", (metrics) => metrics.maxDrawdown, percent],
  ["calmar", (metrics) => metrics.calmar, two],
  ["psr", (metrics) => metrics.psr, percent],
  ["var95", (metrics) => metrics.var95, (value) => formatPercent(value, 2)],
  ["es95", (metrics) => metrics.es95, (value) => formatPercent(value, 2)],
  ["skewness", (metrics) => metrics.skewness, two],
  ["excessKurtosis", (metrics) => metrics.excessKurtosis, (value) => formatNumber(value, 1)],
  ["alpha", (metrics) => metrics.alpha, percent],
  ["beta", (metrics) => metrics.beta, two],
  ["informationRatio", (metrics) => metrics.informationRatio, two],
  ["exposure", (metrics) => metrics.exposure, (value) => formatPercent(value, 0)],
  ["turnover", (metrics) => metrics.turnover, (value) => formatNumber(value, 1)],
  ["trades", (metrics) => metrics.trades, (value) => formatNumber(value, 1)],
  ["winRate", (metrics) => metrics.winRate, (value) => formatPercent(value, 0)],
  ["profitFactor", (metrics) => metrics.profitFactor, two],
];

/** Means over the paths where a metric exists. */
function comparison(analyses: readonly PathAnalysis[]): Html {
  const body = rows.map(([name, of, show]) => {
    const over = (from: (path: PathAnalysis) => Metrics): string =>
      show(mean(analyses.flatMap((path) => of(from(path)) ?? [])));
    return html`<tr><th scope="row" class="l">${term(name)}</th><td>${over((path) => path.metrics)}</td><td>${over((path) => path.market.held.metrics)}</td><td>${over((path) => path.constant.metrics)}</td></tr>`;
  });
  const columns = [
    { head: say("meanOverPaths"), words: true },
    { head: say("strategy") },
    { head: term("buyAndHold") },
    { head: term("constantExposure") },
  ];
  return table(sayBoth("comparison"), columns, body);
}

function meanCosts(analyses: readonly PathAnalysis[]): Parameters<typeof costChart>[1] {
  return (analyses[0]?.costs ?? []).map(({ times }, i) => ({
    times,
    totalReturn: mean(analyses.flatMap((path) => path.costs[i]?.totalReturn ?? [])),
    sharpe: mean(analyses.flatMap((path) => path.costs[i]?.sharpe ?? [])),
  }));
}
