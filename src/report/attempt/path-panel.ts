import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import { costChart } from "../charts/cost-chart.ts";
import { distributionChart } from "../charts/distribution-chart.ts";
import { excursionChart } from "../charts/excursion-chart.ts";
import { pathDetailChart } from "../charts/path-detail-chart.ts";
import { rollingChart, rollingWindow } from "../charts/rolling-chart.ts";
import { formatPercent } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { drawdownsTable } from "../parts/drawdowns-table.ts";
import { explorePath } from "../parts/explore-path.ts";
import { key } from "../parts/key.ts";
import type { PathAnalysis } from "../parts/path-analysis.ts";
import { barOfPath } from "../parts/path-market.ts";
import { returnsHeat } from "../parts/returns-heat.ts";
import { tradesTable } from "../parts/trades-table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** All pictures and tables of one path. `tradesFile` is where all trades are, relative to the page; null if nowhere. */
export function pathPanel(analysis: PathAnalysis, tradesFile: string | null): Html {
  const { market, trades, drawdowns, result } = analysis;
  const { path } = market;
  const firstBar = barOfPath(market, 0);
  const heat = returnsHeat(sayBoth("heatOf", { path }), market.scored.time, result.equity);
  return html`<h3>${say("pathHead", { path })} <span class="muted">${facts(analysis)}</span></h3>
${detailKey()}
<div class="scroll"><figure class="full" data-figure="path">${detail(analysis, firstBar)}</figure></div>
<div class="charts">${smallCharts(analysis, firstBar)}${heat !== null && html`<div class="wide"><h4>${say("heatHead")}</h4>${heat}<p class="small muted">${say("heatNote")}</p></div>`}</div>
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

/** The key of the big picture of a path. */
function detailKey(): Html {
  return key([
    { color: "var(--strategy)", words: say("keyStrategy") },
    { color: "var(--market)", words: say("keyHeldCosts") },
    { color: "var(--position)", words: term("constantExposure"), dashed: true },
    { color: "var(--strategy)", words: say("keyLongEntry"), sign: "▲" },
    { color: "var(--loss)", words: say("keyShortEntry"), sign: "▼" },
    { color: "var(--ink)", words: say("keyExit"), sign: "×" },
    { color: "var(--keyword)", words: say("keyStop"), sign: "◆" },
  ]);
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

function smallCharts({ market, returns, trades, costs }: PathAnalysis, firstBar: number): readonly Content[] {
  const { path } = market;
  const window = rollingWindow(returns.length);
  const distribution = distributionChart(sayBoth("returnsOf", { path }), returns);
  return [
    distribution !== null && figure(say("returnsHead"), distribution, html`${term("var95")}, ${term("es95")}`),
    window !== null &&
      figure(
        say("rollingHead"),
        rollingChart({
          label: sayBoth("rollingOf", { path }),
          returns,
          market: simpleReturns(market.scored.close),
          barsPerYear: market.bars.barsPerYear,
          window,
          firstBar: firstBar + 1,
        }),
        html`${term("rollingSharpe")}, ${term("rollingBeta")}: ${say("window", { bars: window })}`,
      ),
    trades.length > 0 &&
      figure(say("excursionHead"), excursionChart(sayBoth("excursionsOf", { path }), trades), say("excursionNote")),
    figure(say("costHead"), costChart(sayBoth("costsOf", { path }), costs), term("costSensitivity", say("costNote"))),
  ];
}

/** A small picture with its heading and what it shows. */
export function figure(head: Content, picture: Html, caption: Content): Html {
  return html`<figure><h4>${head}</h4><figcaption>${caption}</figcaption>${picture}</figure>`;
}
