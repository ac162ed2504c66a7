import type { LegResult } from "../../core/backtest/portfolio/leg.ts";
import type { Costs } from "../../core/costs.ts";
import { profitFactor } from "../../core/metrics/profit-factor.ts";
import type { Trade } from "../../core/metrics/trades.ts";
import { winRate } from "../../core/metrics/win-rate.ts";
import { formatCount, formatNumber, formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { type BarTime, barCell } from "../parts/bar-time.ts";
import { type Column, numberCell, table } from "../parts/table.ts";
import { endOf } from "../parts/trades-table.ts";
import { inBoth, say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import { describeCosts } from "./describe-costs.ts";

/** What one instrument did for a portfolio. */
export interface InstrumentRow extends Pick<LegResult, "position" | "turnover" | "orders" | "trades" | "stops"> {
  readonly market: string;
  readonly costs: Costs;
}

/** Trades that a page lists of all instruments together. */
const listed = 1500;

/** The instruments under one another: how much each was held and traded, and what it earned. */
export function instrumentTable(instruments: readonly InstrumentRow[], initial: number): Html {
  const lines = instruments.map((instrument) => {
    const words = inBoth((lang) => html`${describeCosts(instrument.costs, lang)}`);
    return html`<tr><th scope="row" class="l">${instrument.market}</th>${cells(instrument, initial)}<td class="l">${words}</td></tr>`;
  });
  const columns: readonly Column[] = [
    { head: say("instrument"), words: true },
    { head: say("profitOfStart") },
    { head: term("exposure", say("barsInMarket")) },
    { head: term("turnover") },
    { head: term("orders") },
    { head: term("trades") },
    { head: term("winRate") },
    { head: term("profitFactor") },
    { head: say("stopsFilled") },
    { head: say("factCosts"), words: true },
  ];
  return table(sayBoth("instrumentsTable"), columns, lines, "sortable");
}

function cells({ position, turnover, orders, trades, stops }: InstrumentRow, initial: number): readonly Html[] {
  const percent = (value: number | null): Html => numberCell(value, formatPercent(value));
  const count = (value: number): Html => numberCell(value, formatCount(value));
  let [held, traded] = [0, 0];
  for (let t = 0; t < position.length; t++) {
    if (position[t] !== 0) held++;
    traded += turnover[t] as number;
  }
  const profit = trades.reduce((sum, trade) => sum + trade.profit, 0);
  const factor = profitFactor(trades);
  return [
    percent(profit / initial),
    percent(position.length === 0 ? null : held / position.length),
    numberCell(traded, formatNumber(traded, 1)),
    count(orders),
    count(trades.length),
    percent(winRate(trades)),
    numberCell(factor, formatNumber(factor, 2)),
    count(stops.length),
  ];
}

/** The trades of each instrument by their times, folded up; of many the first, each instrument its part. */
export function tradeLists(instruments: readonly InstrumentRow[], timeOf: BarTime, initial: number): Html {
  const most = Math.max(10, Math.floor(listed / Math.max(1, instruments.length)));
  return html`${instruments.map(({ market, trades }) => {
    const values = { market, count: formatCount(trades.length) };
    const body =
      trades.length === 0 ? html`<p>${say("neverHeld")}</p>` : tradeList({ market, trades, timeOf, initial, most });
    return html`<details><summary>${say(trades.length === 1 ? "instrumentTrade" : "instrumentTrades", values)}</summary><div>${body}</div></details>`;
  })}`;
}

interface TradeListInput {
  readonly market: string;
  readonly trades: readonly Trade[];
  readonly timeOf: BarTime;
  readonly initial: number;
  readonly most: number;
}

function tradeList({ market, trades, timeOf, initial, most }: TradeListInput): Html {
  const kept = new Set(trades.toSorted((a, b) => Math.abs(b.profit) - Math.abs(a.profit)).slice(0, most));
  const lines = trades.flatMap((trade, i) => (kept.has(trade) ? [tradeRow(trade, i + 1, timeOf, initial)] : []));
  const cut =
    trades.length > most &&
    html`<p class="small muted">${say("tradesCut", { shown: formatCount(most), all: formatCount(trades.length) })}</p>`;
  const columns: readonly Column[] = [
    { head: "#" },
    { head: say("side"), words: true },
    { head: say("entryTime") },
    { head: say("exitTime") },
    { head: say("barsHeld") },
    { head: say("profitOfStart") },
    { head: say("endedBy"), words: true },
  ];
  return html`${table(sayBoth("marketTradesOf", { market }), columns, lines, "sortable")}${cut}`;
}

function tradeRow(trade: Trade, number: number, timeOf: BarTime, initial: number): Html {
  const { side, entryBar, exitBar, profit } = trade;
  const share = profit / initial;
  // An instrument of a portfolio has no equity of its own that it could lose whole.
  const end = endOf({ ...trade, equityReturn: 0 });
  return html`<tr><td>${number}</td><td class="l">${say(side)}</td>${barCell(entryBar, 0, timeOf)}${barCell(exitBar, 0, timeOf)}<td>${exitBar - entryBar}</td>${numberCell(share, formatPercent(share, 2))}<td class="l">${say(end)}</td></tr>`;
}
