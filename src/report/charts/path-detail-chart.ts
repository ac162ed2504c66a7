import type { StopFill } from "../../core/backtest/stop-fill.ts";
import type { Bars } from "../../core/bars.ts";
import type { TradeRow } from "../../core/metrics/trade-list.ts";
import type { Phrase } from "../dictionary.ts";
import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
import { ratioAxis, shareLabel, shareRange, shortNumber, ticksOf } from "./axes.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { type Panel, plot } from "./plot.ts";
import { drawdown, shaded } from "./shaded.ts";

/** One back-test in full: columns of one length, the start first. */
export interface PathDetail {
  readonly label: string;
  /** Numbers of the bars as the reader counts them, or their times; rising by one step. */
  readonly x: ArrayLike<number>;
  readonly axis: "bars" | "time";
  /** null leaves the price out, with its entries, exits and stops. */
  readonly bars: Bars | null;
  /** In units of the starting equity; the market and the constant exposure are drawn beside the strategy. */
  readonly equity: Float64Array;
  readonly held: Float64Array;
  readonly constant: Float64Array;
  readonly position: Float64Array;
  readonly trades: readonly TradeRow[];
  readonly stops: readonly StopFill[];
  /** What the lowest panel shows; the position unless given. */
  readonly panel?: Phrase;
}

/** Candles are grey: the colours belong to entries and exits. */
const rising = "color-mix(in srgb,var(--market) 60%,var(--paper))";
/** Bars that a picture of this width shows as candles apart from one another; more are a line inside its range. */
const mostCandles = 260;
/** Trades beyond which marks hide the price: of more, those that moved equity most are marked. */
export const mostMarks = 400;

/** Price with entries, exits and stops, equity against its alternatives, drawdown and position on one axis. */
export function pathDetailChart(input: PathDetail): Html {
  const { label, x, axis, bars, equity, held, constant, position, panel = "chartPosition" } = input;
  const last = Math.max(0, equity.length - 1);
  const [from, to] = [x[0] ?? 0, x[last] ?? 1];
  const columns = [constant, held, equity];
  const ratio = ratioAxis(...columns);
  const shares = shareRange(position);
  const lines = [
    { color: colors.position, width: 1.2, dash: "4 3" },
    { color: colors.market, width: 1.2 },
    { color: colors.strategy, width: 1.6 },
  ];
  return plot({
    label,
    width: 1080,
    left: 52,
    x:
      axis === "time"
        ? { kind: "time", domain: [from, to] }
        : { kind: "linear", domain: [from, Math.max(to, from + 1)], title: "chartBars" },
    panels: [
      ...(bars === null ? [] : [pricePanel(input, bars)]),
      {
        title: ratio.kind === "log" ? "chartEquityLog" : "chartEquity",
        height: bars === null ? 250 : 170,
        ...ratio,
        format: shortNumber,
        layers: columns.map((y, i): Layer => ({ kind: "line", x, y, color: "", ...lines[i] })),
      },
      {
        title: "chartDrawdown",
        height: 66,
        domain: [null, 0],
        format: (value) => formatPercent(value, 0),
        layers: shaded(x, drawdown(equity), colors.loss, false),
      },
      {
        title: panel,
        height: 56,
        domain: [shares.min, shares.max],
        ticks: ticksOf(shares),
        format: shareLabel,
        layers: shaded(x, position, colors.position, true),
      },
    ],
  });
}

function pricePanel({ x, trades, stops }: PathDetail, bars: Bars): Panel {
  const { open, high, low, close } = bars;
  const axis = ratioAxis(relativeTo(low, close), relativeTo(high, close));
  const price: readonly Layer[] =
    bars.length <= mostCandles
      ? [{ kind: "candles", x, open, high, low, close, up: rising, down: colors.muted }]
      : [
          { kind: "band", x, low, high, color: colors.market },
          { kind: "line", x, y: close, color: colors.muted, width: 1 },
        ];
  return {
    title: axis.kind === "log" ? "chartPriceLog" : "chartPrice",
    height: 230,
    kind: axis.kind,
    domain: [0.98 * low.reduce(least), 1.02 * high.reduce(most)],
    format: shortNumber,
    layers: [...price, ...marks(x, trades, stops)],
  };
}

/** Entries of longs point up from below and of shorts down from above; exits are crosses, stops diamonds. */
function marks(x: ArrayLike<number>, trades: readonly TradeRow[], stops: readonly StopFill[]): readonly Layer[] {
  const shown = markedTrades(trades);
  const size = shown.length > 60 ? 3 : 4;
  const side = (name: TradeRow["side"]): readonly TradeRow[] => shown.filter((trade) => trade.side === name);
  // Where one trade turns into the next, the entry says it all.
  const entered = new Set(shown.map((trade) => trade.entryBar));
  const left = shown.filter((trade) => !trade.open && trade.stop === undefined && !entered.has(trade.exitBar));
  const filled = shown === trades ? stops : shown.flatMap((trade) => trade.stop ?? []);
  const entries = (own: readonly TradeRow[]): { x: number[]; y: number[] } => ({
    x: own.map((trade) => x[trade.entryBar] ?? 0),
    y: own.map((trade) => trade.entryPrice),
  });
  const exits = { x: left.map((trade) => x[trade.exitBar] ?? 0), y: left.map((trade) => trade.exitPrice) };
  const stopped = { x: filled.map((stop) => x[stop.bar] ?? 0), y: filled.map((stop) => stop.price) };
  return [
    { kind: "marks", shape: "cross", ...exits, color: colors.ink, size: 2.6 },
    { kind: "marks", shape: "diamond", ...stopped, color: "var(--keyword)", size },
    { kind: "marks", shape: "up", ...entries(side("long")), color: colors.strategy, size },
    { kind: "marks", shape: "down", ...entries(side("short")), color: colors.loss, size },
  ];
}

function markedTrades(trades: readonly TradeRow[]): readonly TradeRow[] {
  if (trades.length <= mostMarks) return trades;
  const strongest = trades.toSorted((a, b) => Math.abs(b.equityReturn) - Math.abs(a.equityReturn));
  const kept = new Set(strongest.slice(0, mostMarks));
  return trades.filter((trade) => kept.has(trade));
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}

function most(a: number, b: number): number {
  return Math.max(a, b);
}

function relativeTo(column: Float64Array, close: Float64Array): Float64Array {
  const start = close[0] ?? 1;
  return column.map((value) => value / start);
}
