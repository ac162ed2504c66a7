import { pathDetailChart } from "../charts/path-detail-chart.ts";
import { formatPercent } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { drawdownsTable } from "../parts/drawdowns-table.ts";
import { explorePath } from "../parts/explore-path.ts";
import type { PathAnalysis } from "../parts/path-analysis.ts";
import { barOfPath } from "../parts/path-market.ts";
import { returnsHeat } from "../parts/returns-heat.ts";
import { detailKey, smallCharts } from "../parts/small-charts.ts";
import { tradesTable } from "../parts/trades-table.ts";
import { say, sayBoth } from "../say.ts";

/** All pictures and tables of one path. `tradesFile` is where all trades are, relative to the page; null if nowhere. */
export function pathPanel(analysis: PathAnalysis, tradesFile: string | null): Html {
  const { market, trades, drawdowns, result } = analysis;
  const { path } = market;
  const firstBar = barOfPath(market, 0);
  const heat = returnsHeat(sayBoth("heatOf", { path }), market.scored.time, result.equity);
  return html`<h3>${say("pathHead", { path })} <span class="muted">${facts(analysis)}</span></h3>
${detailKey()}
<div class="scroll"><figure class="full" data-figure="path">${detail(analysis, firstBar)}</figure></div>
<div class="charts">${charts(analysis, firstBar)}${heat !== null && html`<div class="wide"><h4>${say("heatHead")}</h4>${heat}<p class="small muted">${say("heatNote")}</p></div>`}</div>
<div class="pair"><div><h4>${say("tradesHead")}</h4>${tradesTable({ label: sayBoth("tradesOf", { path }), trades, firstBar, file: tradesFile })}</div>
<div><h4>${say("drawdownsHead")}</h4>${drawdownsTable(sayBoth("drawdownsOf", { path }), drawdowns, firstBar)}</div></div>${explorePath(analysis)}`;
}

function facts({ market, metrics }: PathAnalysis): Content {
  const { kind, regime, held } = market;
  return [
    named("path", kind),
    ", ",
    named("regime", regime),
    "; ",
    say("pathReturns", {
      own: formatPercent(metrics.totalReturn),
      held: formatPercent(held.metrics.totalReturn),
    }),
  ];
}

function detail({ market, result, constant, trades }: PathAnalysis, firstBar: number): Html {
  return pathDetailChart({
    label: sayBoth("detailOf", { path: market.path }),
    x: Float64Array.from(market.scored.close, (_, t) => firstBar + t),
    axis: "bars",
    bars: market.scored,
    equity: result.equity,
    held: market.held.result.equity,
    constant: constant.result.equity,
    position: result.position,
    trades,
    stops: result.stops ?? [],
  });
}

function charts({ market, returns, trades, costs }: PathAnalysis, firstBar: number): Html {
  const { path, scored, bars } = market;
  const labels = {
    returns: sayBoth("returnsOf", { path }),
    rolling: sayBoth("rollingOf", { path }),
    excursions: sayBoth("excursionsOf", { path }),
    costs: sayBoth("costsOf", { path }),
  };
  return smallCharts({
    ...{ returns, trades, costs, labels, firstBar },
    close: scored.close,
    barsPerYear: bars.barsPerYear,
  });
}
