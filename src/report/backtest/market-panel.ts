import { mostMarks, pathDetailChart } from "../charts/path-detail-chart.ts";
import { formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import { barTimes } from "../parts/bar-time.ts";
import { drawdownsTable } from "../parts/drawdowns-table.ts";
import { fillsOf } from "../parts/fills.ts";
import { returnsHeat } from "../parts/returns-heat.ts";
import { detailKey, smallCharts } from "../parts/small-charts.ts";
import { tradesTable } from "../parts/trades-table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import type { MarketAnalysis, MarketBacktest } from "./analyse-market.ts";
import { explorer } from "./explorer.ts";
import { metricsTable } from "./metrics-table.ts";

/** Trades that the page of one back-test lists. */
const mostTrades = 500;

/** All pictures and tables of a back-test on one market, its bars by their real times. */
export function marketPanel(market: string, made: MarketBacktest, analysis: MarketAnalysis): Html {
  const { bars, options, result, positions } = made;
  const { trades, drawdowns, constant } = analysis;
  const timeOf = barTimes(bars.time);
  const heat = returnsHeat(sayBoth("marketHeatOf", { market }), bars.time, result.equity, true);
  const explored = explorer({
    ...{ market, bars, result, initial: options.initial },
    constant: constant.result.equity,
    fills: fillsOf(bars, positions.target, result),
  });
  const marked = { shown: formatCount(mostMarks), all: formatCount(trades.length) };
  const label = sayBoth("marketTradesOf", { market });
  return html`<h2>${say("curvesHead")}</h2>${detailKey()}
<div class="scroll" tabindex="0" role="region" aria-label="${market}"><figure class="full" data-figure="path">${detail(market, made, analysis)}</figure></div>
${trades.length > mostMarks && html`<p class="small muted">${say("marksCut", marked)}</p>`}
${explored}
<div class="charts">${charts(market, made, analysis)}${heat !== null && html`<div class="wide"><h3>${say("heatHead")}</h3>${heat}</div>`}</div>
<div class="beside tables"><div><h2>${say("metricsHead")}</h2>${comparison(analysis)}</div>
<div><h2>${say("drawdownsHead")}</h2>${drawdownsTable(sayBoth("marketDrawdownsOf", { market }), drawdowns, 0, timeOf)}</div></div>
<p class="small muted">${say("backtestNote")}</p>
<h2>${say("tradesHead")}</h2><div class="long">${tradesTable({ label, trades, firstBar: 0, file: null, timeOf, most: mostTrades })}</div>`;
}

function comparison({ metrics, held, constant }: MarketAnalysis): Html {
  return metricsTable([
    { head: say("strategy"), metrics },
    { head: term("buyAndHold"), metrics: held.metrics },
    { head: term("constantExposure"), metrics: constant.metrics },
  ]);
}

function detail(market: string, { bars, options, result }: MarketBacktest, analysis: MarketAnalysis): Html {
  const fromStart = (equity: Float64Array): Float64Array => equity.map((value) => value / options.initial);
  return pathDetailChart({
    label: sayBoth("marketDetailOf", { market }),
    x: bars.time,
    axis: "time",
    bars,
    equity: fromStart(result.equity),
    held: fromStart(analysis.held.result.equity),
    constant: fromStart(analysis.constant.result.equity),
    position: result.position,
    trades: analysis.trades,
    stops: result.stops ?? [],
  });
}

function charts(market: string, { bars }: MarketBacktest, { returns, trades, costs }: MarketAnalysis): Html {
  return smallCharts({
    ...{ returns, trades, costs },
    close: bars.close,
    barsPerYear: bars.barsPerYear,
    firstBar: 0,
    time: bars.time,
    costTitle: "chartCostTimesHere",
    level: 3,
    labels: marketLabels(market),
  });
}

/** What the small pictures of a market or of a portfolio are, for those who do not see them. */
export function marketLabels(market: string): Parameters<typeof smallCharts>[0]["labels"] {
  return {
    returns: sayBoth("marketReturnsOf", { market }),
    rolling: sayBoth("marketRollingOf", { market }),
    excursions: sayBoth("marketExcursionsOf", { market }),
    costs: sayBoth("marketCostsOf", { market }),
  };
}
