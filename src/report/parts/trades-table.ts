import type { TradeRow } from "../../core/metrics/trade-list.ts";
import type { Phrase } from "../dictionary.ts";
import { formatCount, formatPercent, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";
import { type BarTime, barCell } from "./bar-time.ts";
import { type Column, numberCell, table } from "./table.ts";

/** Rows that a page shows unless told otherwise; those that moved equity most. */
export const mostTrades = 30;

/** What a table of trades needs to know besides them. */
export interface TradesInput {
  readonly label: string;
  readonly trades: readonly TradeRow[];
  /** Number of the bar that a back-test's bar 0 is. */
  readonly firstBar: number;
  /** Where all of them are, as a file; null if nowhere. */
  readonly file: string | null;
  /** Real times of the bars instead of their numbers. */
  readonly timeOf?: BarTime;
  /** Rows at most; 30 unless given. */
  readonly most?: number;
}

/** Trades by their bars, sortable; of many those that moved equity most, with the count of all. */
export function tradesTable({ label, trades, firstBar, file, timeOf, most = mostTrades }: TradesInput): Html {
  if (trades.length === 0) return html`<p class="small">${say("noTrades")}</p>`;
  const kept = new Set(trades.toSorted((a, b) => Math.abs(b.equityReturn) - Math.abs(a.equityReturn)).slice(0, most));
  const rows = trades.flatMap((trade, i) => (kept.has(trade) ? [row(trade, i + 1, firstBar, timeOf ?? null)] : []));
  const cut =
    trades.length > most &&
    html`<p class="small muted">${say("tradesCut", { shown: formatCount(most), all: formatCount(trades.length) })}${file !== null && html` <a href="${file}">${say("tradesFile")}</a>`}</p>`;
  return html`${table(label, columns(timeOf !== undefined), rows, "sortable")}${cut}`;
}

function columns(times: boolean): readonly Column[] {
  return [
    { head: "#" },
    { head: say("side"), words: true },
    { head: say(times ? "entryTime" : "entryBar") },
    { head: say(times ? "exitTime" : "exitBar") },
    { head: term("holding", say("barsHeld")) },
    { head: say("entryPrice") },
    { head: say("exitPrice") },
    { head: term("tradeReturn") },
    { head: term("equityReturn") },
    { head: term("mae") },
    { head: term("mfe") },
    { head: say("endedBy"), words: true },
  ];
}

function row(trade: TradeRow, number: number, firstBar: number, timeOf: BarTime | null): Html {
  const percent = (value: number): Html => numberCell(value, formatPercent(value, 2));
  return html`<tr><td>${number}</td><td class="l">${say(trade.side === "long" ? "long" : "short")}</td>${barCell(trade.entryBar, firstBar, timeOf)}${barCell(trade.exitBar, firstBar, timeOf)}<td>${trade.bars}</td>${price(trade.entryPrice)}${price(trade.exitPrice)}${percent(trade.return)}${numberCell(trade.equityReturn, `${formatSigned(100 * trade.equityReturn, 2)}\u00a0%`)}${percent(trade.mae)}${percent(trade.mfe)}<td class="l">${say(endOf(trade))}</td></tr>`;
}

function price(value: number): Html {
  return numberCell(value, value.toPrecision(5));
}

/** How a trade ended: a stop, the end of the data, ruin, or a changed target. */
export function endOf({
  stop,
  open,
  equityReturn,
}: Pick<TradeRow, "stop" | "open" | "equityReturn">): Extract<
  Phrase,
  "stopLoss" | "takeProfit" | "trailingStop" | "stillOpen" | "ruin" | "byTarget"
> {
  if (stop !== undefined) {
    return stop.kind === "stop-loss" ? "stopLoss" : stop.kind === "take-profit" ? "takeProfit" : "trailingStop";
  }
  if (open) return "stillOpen";
  return equityReturn <= -1 ? "ruin" : "byTarget";
}
