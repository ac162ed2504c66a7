import type { Costs } from "../core/costs.ts";
import type { Metrics } from "../core/metrics/metrics.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { curveKey } from "./attempt/path-charts.ts";
import { describeCosts } from "./backtest/describe-costs.ts";
import { type BacktestFacts, backtestFacts } from "./backtest/facts.ts";
import { metricsTable } from "./backtest/metrics-table.ts";
import { type CurveInput, pathChart } from "./charts/path-chart.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";

/** One back-test on one market. */
export interface BacktestPageInput extends BacktestFacts {
  /** Name of the strategy or of the file of positions. */
  readonly name: string;
  readonly market: string;
  readonly costs: Costs;
  readonly curve: Pick<CurveInput, "equity" | "position"> & { readonly close: readonly number[] };
  readonly metrics: Metrics;
  /** Metrics of buying and holding the same market at the same costs. */
  readonly held: Metrics;
  /** null for a file of positions. */
  readonly code: string | null;
  readonly benchmark: string;
  /** Data for the chart that explores, and the script that draws it. */
  readonly explore?: Html | undefined;
  readonly script?: PageScript | undefined;
}

/** The page of one back-test: curves, metrics beside buy-and-hold, code. */
export function backtestPage(input: BacktestPageInput): string {
  const { name, market, curve, code, benchmark, initial, time } = input;
  const label = `${name} on ${market}: equity against buy-and-hold, drawdown and position`;
  const equity = curve.equity.map((value) => value / initial);
  const size = { width: 1080, height: 560 };
  const body = html`<header><h1>${name} on ${market}</h1>${backtestFacts(input, [["costs", describeCosts(input.costs)]])}</header>
<main>${curveKey()}
<div class="scroll"><figure class="full">${pathChart({ ...curve, label, equity, time }, size)}</figure></div>
${input.explore !== undefined && html`<div class="explorer" hidden></div>${input.explore}`}
<h2>Metrics</h2>${metricsTable(input.metrics, input.held, "buy and hold")}
<p class="small muted">Targets decided at the close of a bar are filled at the next open. Equity and closes are drawn relative to their start. Look-ahead is not checked here.</p>
${code !== null && html`<h2>Code</h2>${codeListing(code, [])}`}
</main>`;
  return page({ title: `${name} on ${market}: back-test`, body, benchmark, script: input.script });
}
