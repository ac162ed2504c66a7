import type { Costs } from "../../core/costs.ts";
import { profitFactor } from "../../core/metrics/profit-factor.ts";
import type { Trade } from "../../core/metrics/trades.ts";
import { winRate } from "../../core/metrics/win-rate.ts";
import { countOf, formatCount, formatNumber, formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { describeCosts } from "./describe-costs.ts";
import { day } from "./facts.ts";

/** What one instrument did for a portfolio. */
export interface InstrumentRow {
  readonly market: string;
  readonly costs: Costs;
  /** [n] Share of equity held at each close. */
  readonly position: readonly number[];
  /** [n] Turnover at each bar. */
  readonly turnover: readonly number[];
  readonly orders: number;
  readonly trades: readonly Trade[];
  readonly stops: number;
}

/** Trades that a page lists of one instrument; the rest is counted. */
const listed = 500;

/** The instruments under one another: how much each was held and traded, and what it earned. */
export function instrumentTable(instruments: readonly InstrumentRow[], initial: number): Html {
  const lines = instruments.map(({ market, costs, position, turnover, orders, trades, stops }) => {
    const held = position.filter((share) => share !== 0).length;
    const profit = trades.reduce((sum, trade) => sum + trade.profit, 0);
    const cells = [
      formatPercent(profit / initial),
      formatPercent(position.length === 0 ? null : held / position.length),
      formatNumber(
        turnover.reduce((sum, each) => sum + each, 0),
        1,
      ),
      formatCount(orders),
      formatCount(trades.length),
      formatPercent(winRate(trades)),
      formatNumber(profitFactor(trades), 2),
      formatCount(stops),
    ];
    return html`<tr><th scope="row" class="l">${market}</th>${cells.map((cell) => html`<td>${cell}</td>`)}<td class="l">${describeCosts(costs)}</td></tr>`;
  });
  const titles = [
    "profit of starting equity",
    "share of bars held",
    "turnover",
    "orders",
    "trades",
    "won",
    "profit factor",
    "stops",
  ];
  return html`<div class="scroll"><table class="dense"><thead><tr><th class="l">instrument</th>${titles.map((title) => html`<th scope="col">${title}</th>`)}<th scope="col" class="l">costs</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** The trades of each instrument, folded up. */
export function tradeLists(instruments: readonly InstrumentRow[], time: readonly number[], initial: number): Html {
  return html`${instruments.map(({ market, trades }) => tradeList(market, trades, time, initial))}`;
}

function tradeList(market: string, trades: readonly Trade[], time: readonly number[], initial: number): Html {
  const lines = trades.slice(0, listed).map(({ side, entryBar, exitBar, open, profit, stop }) => {
    const end = open ? "open at the end" : (stop?.kind.replace("-", " ") ?? "order");
    return html`<tr><td class="l">${side}</td><td>${day(time[entryBar])}</td><td>${day(time[exitBar])}</td><td>${formatCount(exitBar - entryBar)}</td><td>${formatPercent(profit / initial, 2)}</td><td class="l">${end}</td></tr>`;
  });
  const more = trades.length > listed && html`<p class="small muted">The first ${formatCount(listed)} are shown.</p>`;
  const body =
    trades.length === 0
      ? html`<p>It was never held.</p>`
      : html`<div class="scroll"><table class="dense"><thead><tr><th class="l">side</th><th scope="col">entry</th><th scope="col">exit</th><th scope="col">bars</th><th scope="col">profit of starting equity</th><th class="l">closed by</th></tr></thead><tbody>${lines}</tbody></table></div>${more}`;
  return html`<details><summary>${market}: ${countOf(trades.length, "trade")}</summary><div>${body}</div></details>`;
}
