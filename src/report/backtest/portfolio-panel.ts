import { equalShares } from "../../core/backtest/portfolio/portfolio-metrics.ts";
import { pathDetailChart } from "../charts/path-detail-chart.ts";
import { type Html, html } from "../html.ts";
import { barTimes } from "../parts/bar-time.ts";
import { drawdownsTable } from "../parts/drawdowns-table.ts";
import { key } from "../parts/key.ts";
import { returnsHeat } from "../parts/returns-heat.ts";
import { smallCharts } from "../parts/small-charts.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import type { PortfolioAnalysis, PortfolioMade } from "./analyse-portfolio.ts";
import { marketLabels } from "./market-panel.ts";
import { metricsTable } from "./metrics-table.ts";

/** The pictures and tables of a portfolio as a whole, its bars by their real times; `market` names all its instruments. */
export function portfolioPanel(market: string, made: PortfolioMade, analysis: PortfolioAnalysis): Html {
  const { aligned, result } = made;
  const { returns, costs, drawdowns } = analysis;
  const heat = returnsHeat(sayBoth("marketHeatOf", { market }), aligned.time, result.equity, true);
  const small = smallCharts({
    ...{ returns, costs, trades: [] },
    close: equalShares(aligned).close,
    barsPerYear: aligned.barsPerYear,
    firstBar: 0,
    time: aligned.time,
    costTitle: "chartCostTimesHere",
    level: 3,
    labels: marketLabels(market),
  });
  const falls = drawdownsTable(sayBoth("marketDrawdownsOf", { market }), drawdowns, 0, barTimes(aligned.time));
  return html`<h2>${say("curvesHead")}</h2>${portfolioKey()}
<div class="scroll" tabindex="0" role="region" aria-label="${market}"><figure class="full" data-figure="portfolio">${curves(market, made, analysis)}</figure></div>
<div class="charts">${small}${heat !== null && html`<div class="wide"><h3>${say("heatHead")}</h3>${heat}</div>`}</div>
<div class="beside tables"><div><h2>${say("metricsHead")}</h2>${comparison(analysis)}</div>
<div><h2>${say("drawdownsHead")}</h2>${falls}</div></div>
<p class="small muted">${say("portfolioNote")}</p>`;
}

function comparison({ metrics, heldMetrics, constant }: PortfolioAnalysis): Html {
  return metricsTable([
    { head: say("strategy"), metrics },
    { head: say("equalSharesHeld"), metrics: heldMetrics },
    { head: term("constantExposure"), metrics: constant.metrics },
  ]);
}

function curves(market: string, { aligned, options, result, held }: PortfolioMade, analysis: PortfolioAnalysis): Html {
  const fromStart = (equity: Float64Array): Float64Array => equity.map((value) => value / options.initial);
  return pathDetailChart({
    label: sayBoth("portfolioDetailOf", { market }),
    x: aligned.time,
    axis: "time",
    bars: null,
    equity: fromStart(result.equity),
    held: fromStart(held.equity),
    constant: fromStart(analysis.constant.result.equity),
    position: analysis.gross,
    trades: [],
    stops: [],
    panel: "chartGross",
  });
}

function portfolioKey(): Html {
  return key([
    { color: "var(--strategy)", words: say("keyStrategy") },
    { color: "var(--market)", words: say("equalSharesHeld") },
    { color: "var(--position)", words: term("constantExposure"), dashed: true },
    { color: "var(--loss)", words: say("keyDrawdown") },
    { color: "var(--position)", words: say("keyGross") },
  ]);
}
