import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import type { TradeRow } from "../../core/metrics/trade-list.ts";
import { costChart } from "../charts/cost-chart.ts";
import { distributionChart } from "../charts/distribution-chart.ts";
import { excursionChart } from "../charts/excursion-chart.ts";
import { rollingChart, rollingWindow } from "../charts/rolling-chart.ts";
import type { Phrase } from "../dictionary.ts";
import { type Content, type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";
import type { CostRow } from "./cost-sensitivity.ts";
import { key } from "./key.ts";

/** One back-test whose returns, trades and costs are drawn. */
export interface SmallChartsInput {
  /** [T] Simple returns a bar, after costs. */
  readonly returns: Float64Array;
  /** [T + 1] Closes of the market that beta is against. */
  readonly close: Float64Array;
  readonly barsPerYear: number;
  readonly trades: readonly TradeRow[];
  /** Empty where nothing is charged. */
  readonly costs: readonly CostRow[];
  /** Number of the bar of the first close. */
  readonly firstBar: number;
  /** [T + 1] Times of the closes, ms UTC, where the bars have real ones. */
  readonly time?: Float64Array;
  /** What the axis of the costs is called; a path's own unless given. */
  readonly costTitle?: Phrase;
  /** Of their headings: below a third-level one unless told otherwise. */
  readonly level?: 3 | 4;
  /** What each picture is, for those who do not see it. */
  readonly labels: Readonly<Record<"returns" | "rolling" | "excursions" | "costs", string>>;
}

/** Distribution of returns with VaR and ES, rolling Sharpe and beta, excursions of the trades, cost sensitivity; what there is. */
export function smallCharts({ returns, trades, costs, labels, costTitle, ...rest }: SmallChartsInput): Html {
  const { close, barsPerYear, firstBar, time, level } = rest;
  const window = rollingWindow(returns.length);
  const distribution = distributionChart(labels.returns, returns);
  const rolled =
    window !== null &&
    rollingChart({
      label: labels.rolling,
      returns,
      market: simpleReturns(close),
      barsPerYear,
      window,
      firstBar: firstBar + 1,
      ...(time !== undefined && { time: time.subarray(1) }),
    });
  return html`${[
    distribution !== null && figure(say("returnsHead"), distribution, html`${term("var95")}, ${term("es95")}`, level),
    rolled !== false &&
      figure(
        say("rollingHead"),
        rolled,
        html`${term("rollingSharpe")}, ${term("rollingBeta")}: ${say("window", { bars: window })}`,
        level,
      ),
    trades.length > 0 &&
      figure(say("excursionHead"), excursionChart(labels.excursions, trades), say("excursionNote"), level),
    costs.length > 0 &&
      figure(
        say("costHead"),
        costChart(labels.costs, costs, costTitle),
        term("costSensitivity", say("costNote")),
        level,
      ),
  ]}`;
}

/** A small picture with its heading, below a third-level one unless told otherwise, and what it shows. */
export function figure(head: Content, picture: Html, caption: Content, level: 3 | 4 = 4): Html {
  const heading = level === 3 ? html`<h3>${head}</h3>` : html`<h4>${head}</h4>`;
  return html`<figure>${heading}<figcaption>${caption}</figcaption>${picture}</figure>`;
}

/** The key of the big picture of one back-test. */
export function detailKey(): Html {
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
