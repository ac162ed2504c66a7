import type { LegResult } from "../core/backtest/portfolio/leg.ts";
import type { Bars } from "../core/bars.ts";
import type { Costs } from "../core/costs.ts";
import { forwardFill, type Positions } from "../core/positions.ts";
import { attemptStyle } from "./attempt/attempt-style.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { analysePortfolio, type PortfolioAnalysis, type PortfolioMade } from "./backtest/analyse-portfolio.ts";
import { backtestStyle } from "./backtest/backtest-style.ts";
import { backtestFacts } from "./backtest/facts.ts";
import { commonRange, type InstrumentCurve, instrumentChart } from "./backtest/instrument-chart.ts";
import { type InstrumentRow, instrumentTable, tradeLists } from "./backtest/instrument-tables.ts";
import { portfolioPanel } from "./backtest/portfolio-panel.ts";
import { backtestTrust } from "./backtest/trust.ts";
import { verdictCallout } from "./backtest/verdict.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { barTimes } from "./parts/bar-time.ts";
import { key } from "./parts/key.ts";
import { trustSection } from "./parts/summary-parts.ts";
import { say, sayBoth } from "./say.ts";

/** One back-test of a portfolio. */
export interface PortfolioPageInput extends PortfolioMade {
  /** Name of the strategy. */
  readonly name: string;
  /** The strategy's file, as the user wrote it. */
  readonly file: string;
  /** Names of the instruments, in the order of `aligned`. */
  readonly markets: readonly string[];
  readonly code: string;
  readonly benchmark: string;
  readonly script?: PageScript | undefined;
}

/** The page of one portfolio: what came of it, the whole in pictures and tables, each instrument, metrics, trades, code. */
export function portfolioPage(input: PortfolioPageInput): string {
  const { name, file, markets, aligned, options, code, benchmark, script } = input;
  const analysis = analysePortfolio(input);
  const title = `${name} · ${markets.join(", ")}`;
  const { rebalance, initial } = options;
  const body = html`<header><h1>${title}</h1>${backtestFacts({ ...aligned, file, rebalance, initial })}</header>
<main>${analysis === null ? html`<p>${say("tooShort")}</p>` : found(input, analysis)}
<h2 id="code">${say("code")}</h2>${codeListing(code, [])}
</main>`;
  return page({ title, body, benchmark, script, style: attemptStyle + backtestStyle });
}

function found(input: PortfolioPageInput, analysis: PortfolioAnalysis): Html {
  const { markets, aligned, options, result } = input;
  const { metrics, heldMetrics, constant, returns, costs } = analysis;
  const instruments = instrumentsOf(input);
  const timeOf = barTimes(aligned.time);
  const verdict = { metrics, held: heldMetrics, constant: constant.metrics, share: null };
  const ruined = result.ruinBar === null ? null : timeOf(result.ruinBar);
  const trust = backtestTrust({ isProgram: true, metrics, returns, barsPerYear: aligned.barsPerYear, costs });
  return html`${verdictCallout({ ...verdict, ruined })}
${trustSection(trust)}
${portfolioPanel(markets.join(", "), input, analysis)}
<h2>${say("instrumentsHead")}</h2>${instrumentKey()}
<div class="charts">${figures(instruments)}</div>
${instrumentTable(instruments, options.initial)}
<h2>${say("tradesHead")}</h2>${tradeLists(instruments, timeOf, options.initial)}`;
}

/** One instrument: columns of the axis, and what came of it. */
type Instrument = InstrumentRow & Omit<InstrumentCurve, "label">;

function instrumentsOf({ markets, aligned, positions, options, result }: PortfolioPageInput): readonly Instrument[] {
  return markets.map((market, i) => {
    const leg = result.legs[i] as LegResult;
    const { close } = aligned.markets[i] as Bars;
    const target = forwardFill((positions[i] as Positions).target);
    return { market, costs: options.costs[i] as Costs, ...leg, close, target, time: aligned.time };
  });
}

function figures(instruments: readonly Instrument[]): readonly Html[] {
  const range = commonRange(instruments);
  return instruments.map((each) => {
    const label = sayBoth("instrumentOf", { market: each.market });
    return html`<figure><h3>${each.market}</h3>${instrumentChart({ ...each, label }, range)}</figure>`;
  });
}

function instrumentKey(): Html {
  return key([
    { color: "var(--market)", words: say("keyTargetBelow") },
    { color: "var(--position)", words: say("keyHeldShare") },
  ]);
}
