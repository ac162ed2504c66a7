import type { Metrics } from "../core/metrics/metrics.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { type BacktestFacts, backtestFacts } from "./backtest/facts.ts";
import { commonRange, type InstrumentCurve, instrumentChart } from "./backtest/instrument-chart.ts";
import { type InstrumentRow, instrumentTable, tradeLists } from "./backtest/instrument-tables.ts";
import { metricsTable } from "./backtest/metrics-table.ts";
import type { AxisRange } from "./charts/axes.ts";
import { type CurveInput, pathChart } from "./charts/path-chart.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

/** One instrument of a portfolio: columns of the axis, and what came of it. */
export interface PortfolioInstrument extends InstrumentRow, Omit<InstrumentCurve, "label" | "time"> {}

/** One back-test of a portfolio. */
export interface PortfolioPageInput extends BacktestFacts {
  /** Name of the strategy. */
  readonly name: string;
  /** [n] Equity at each close. */
  readonly equity: readonly number[];
  /** [n] What equal shares of the instruments, bought at their first closes and held, are worth. */
  readonly equalShares: readonly number[];
  readonly instruments: readonly PortfolioInstrument[];
  readonly metrics: Metrics;
  /** Metrics of holding equal shares at the same costs. */
  readonly held: Metrics;
  readonly code: string;
  readonly benchmark: string;
}

/** The page of one portfolio: curves, each instrument, metrics beside buy-and-hold of equal shares, trades, code. */
export function portfolioPage(input: PortfolioPageInput): string {
  const { name, initial, instruments, time, benchmark } = input;
  const title = `${name} on ${instruments.map(({ market }) => market).join(", ")}`;
  const label = `${title}: equity against buy-and-hold of equal shares, drawdown and gross exposure`;
  const gross = time.map((_, t) => instruments.reduce((sum, { position }) => sum + Math.abs(position[t] ?? 0), 0));
  const equity = input.equity.map((value) => value / initial);
  const curve: CurveInput = { label, equity, close: input.equalShares, position: gross, panel: "chartGross", time };
  const range = commonRange(instruments);
  const size = { width: 1080, height: 560 };
  const body = html`<header><h1>${title}</h1>${backtestFacts(input, [])}</header>
<main>${portfolioKey()}
<div class="scroll"><figure class="full">${pathChart(curve, size)}</figure></div>
<h2>Instruments</h2>${instrumentKey()}
<div class="charts">${instruments.map((each) => instrumentFigure(each, time, range))}</div>
${instrumentTable(instruments, initial)}
<h2>Metrics</h2>${metricsTable(input.metrics, input.held, "equal shares held")}
<p class="small muted">Targets decided at the close of a bar are filled at the next open at which the instrument has a bar. Equity and closes are drawn relative to their start. Look-ahead is not checked here.</p>
<h2>Trades</h2>${tradeLists(instruments, time, initial)}
<h2>Code</h2>${codeListing(input.code, [])}
</main>`;
  return page({ title: `${title}: back-test`, body, benchmark });
}

function portfolioKey(): Html {
  return html`<p class="key"><span><i style="color:var(--strategy)"></i>equity of the strategy, after costs</span><span><i style="color:var(--market)"></i>equal shares bought and held, without costs</span><span><i style="color:var(--loss)"></i>drawdown from the running peak</span><span><i style="color:var(--position)"></i>sizes of all positions, shares of equity</span></p>`;
}

function instrumentKey(): Html {
  return html`<p class="key"><span><i style="color:var(--market)"></i>price, above; target, below</span><span><i style="color:var(--position)"></i>held, share of equity</span></p>`;
}

function instrumentFigure(instrument: PortfolioInstrument, time: readonly number[], range: AxisRange): Html {
  const label = `${instrument.market}: price, target and share of equity`;
  return html`<figure><h3>${instrument.market}</h3>${instrumentChart({ ...instrument, label, time }, range)}</figure>`;
}
