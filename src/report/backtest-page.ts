import { attemptStyle } from "./attempt/attempt-style.ts";
import { behaviourOf } from "./attempt/behaviour.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { analyseMarket, type MarketAnalysis, type MarketBacktest } from "./backtest/analyse-market.ts";
import { backtestStyle } from "./backtest/backtest-style.ts";
import { describeCosts } from "./backtest/describe-costs.ts";
import { backtestFacts } from "./backtest/facts.ts";
import { marketPanel } from "./backtest/market-panel.ts";
import { backtestTrust } from "./backtest/trust.ts";
import { verdictCallout } from "./backtest/verdict.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { barTimes } from "./parts/bar-time.ts";
import { doesSection, trustSection } from "./parts/summary-parts.ts";
import { inBoth, say } from "./say.ts";

/** One back-test on one market. */
export interface BacktestPageInput extends MarketBacktest {
  /** Name of the strategy or of the file of positions. */
  readonly name: string;
  /** The strategy's or the positions' file, as the user wrote it. */
  readonly file: string;
  readonly market: string;
  /** null for a file of positions. */
  readonly code: string | null;
  readonly benchmark: string;
  /** The script that explores. */
  readonly script?: PageScript | undefined;
}

/**
 * The page of one back-test, of the parts that the page of an attempt shows of one path: what came of it, what it does, whether
 * that can be trusted, pictures and tables by real dates, metrics beside the alternatives, code.
 */
export function backtestPage(input: BacktestPageInput): string {
  const { name, file, market, bars, options, code, benchmark, script } = input;
  const analysis = analyseMarket(input);
  const { rebalance, initial } = options;
  const costs = inBoth((lang) => html`${describeCosts(options.costs, lang)}`);
  const facts = backtestFacts({ ...bars, file, rebalance, initial }, costs);
  const body = html`<header><h1>${name} · ${market}</h1>${facts}</header>
<main>${analysis === null ? html`<p>${say("tooShort")}</p>` : found(input, analysis)}
${code !== null && html`<h2 id="code">${say("code")}</h2>${codeListing(code, [])}`}
</main>`;
  return page({ title: `${name} · ${market}`, body, benchmark, script, style: attemptStyle + backtestStyle });
}

function found(input: BacktestPageInput, analysis: MarketAnalysis): Html {
  const { market, bars, result, positions, code } = input;
  const { metrics, held, constant, returns, costs } = analysis;
  const ruined = result.ruinBar === null ? null : barTimes(bars.time)(result.ruinBar);
  const does = behaviourOf([{ ...analysis, given: positions, result, market: { bars, warmupBars: 1 } }]);
  const trust = backtestTrust({ isProgram: code !== null, metrics, returns, barsPerYear: bars.barsPerYear, costs });
  return html`${verdictCallout({ metrics, held: held.metrics, constant: constant.metrics, share: constant.share, ruined })}
${doesSection(does)}${trustSection(trust)}
${marketPanel(market, input, analysis)}`;
}
