import type { TradeRow } from "../../core/metrics/trade-list.ts";
import type { Phrase } from "../dictionary.ts";
import { formatCount, formatPercent, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";
import { type Column, numberCell, table } from "./table.ts";

/** Rows that a page shows; those that moved equity most. */
export const mostTrades = 30;

/** What a table of trades needs to know besides them. */
export interface TradesInput {
  readonly label: string;
  readonly trades: readonly TradeRow[];
  /** Number of the bar that a back-test's bar 0 is. */
  readonly firstBar: number;
  /** Where all of them are, as a file; null if nowhere. */
  readonly file: string | null;
}

/** Trades by their bars, sortable; of many the 30 that moved equity most, with the count of the rest. */
export function tradesTable({ label, trades, firstBar, file }: TradesInput): Html {
  if (trades.length === 0) return html`<p class="small">${say("noTrades")}</p>`;
  const kept = new Set(
    trades.toSorted((a, b) => Math.abs(b.equityReturn) - Math.abs(a.equityReturn)).slice(0, mostTrades),
  );
  const rows = trades.flatMap((trade, i) => (kept.has(trade) ? [row(trade, i + 1, firstBar)] : []));
  const cut =
    trades.length > mostTrades &&
    html`<p class="small muted">${say("tradesCut", { shown: mostTrades, all: formatCount(trades.length) })}${file !== null && html` <a href="${file}">${say("tradesFile")}</a>`}</p>`;
  return html`${table(label, columns(), rows, "sortable")}${cut}`;
}

function columns(): readonly Column[] {
  return [
    { head: "#" },
    { head: say("side"), words: true },
    { head: say("entryBar") },
    { head: say("exitBar") },
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

function row(trade: TradeRow, number: number, firstBar: number): Html {
  const percent = (value: number): Html => numberCell(value, formatPercent(value, 2));
  return html`<tr><td>${number}</td><td class="l">${say(trade.side === "long" ? "long" : "short")}</td><td>${firstBar + trade.entryBar}</td><td>${firstBar + trade.exitBar}</td><td>${trade.bars}</td>${price(trade.entryPrice)}${price(trade.exitPrice)}${percent(trade.return)}${numberCell(trade.equityReturn, `${formatSigned(100 * trade.equityReturn, 2)}\u00a0%`)}${percent(trade.mae)}${percent(trade.mfe)}<td class="l">${say(endOf(trade))}</td></tr>`;
}

function price(value: number): Html {
  return numberCell(value, value.toPrecision(5));
}

/** How a trade ended: a stop, the end of the data, ruin, or a changed target. */
export function endOf({
  stop,
  open,
  equityReturn,
}: TradeRow): Extract<Phrase, "stopLoss" | "takeProfit" | "trailingStop" | "stillOpen" | "ruin" | "byTarget"> {
  if (stop !== undefined) {
    return stop.kind === "stop-loss" ? "stopLoss" : stop.kind === "take-profit" ? "takeProfit" : "trailingStop";
  }
  if (open) return "stillOpen";
  return equityReturn <= -1 ? "ruin" : "byTarget";
}
