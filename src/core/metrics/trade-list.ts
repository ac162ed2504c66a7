import type { Backtest } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { episodes, type Trade } from "./trades.ts";

/** One trade with its prices, returns and excursions. Fractions of the entry price are signed by the side: a gain is positive. */
export interface TradeRow extends Trade {
  /** Opening time of the bar of entry, milliseconds UTC; so is `exitTime`. */
  readonly entryTime: number;
  readonly exitTime: number;
  /** Bars through which it was held: one that is bought at an open and sold at the next is 1, and so is one stopped in its first. */
  readonly bars: number;
  /** Price of the first fill: the open of the bar of entry. */
  readonly entryPrice: number;
  /** Price of the last fill; the last close if still open then; the close of the bar of ruin, or the fill that ruined. */
  readonly exitPrice: number;
  /** Move of the price from entry to exit, as a fraction of the entry price, before costs; never above `mfe` or below −`mae`. */
  readonly return: number;
  /** What the trade did to equity, after costs: `profit` over the equity before its entry; the rows compound to totalReturn. */
  readonly equityReturn: number;
  /** Maximum adverse excursion: furthest move of the price against the trade while held, a fraction of the entry price, ≥ 0. */
  readonly mae: number;
  /** Maximum favourable excursion: furthest move in favour of the trade while held, a fraction of the entry price, ≥ 0. */
  readonly mfe: number;
}

/**
 * The trades of a back-test as `trades` finds them, with times, prices, returns and excursions. Excursions are taken from
 * high and low of every bar held; of the bar at whose open a trade is left, or in which a stop closes it, only that
 * fill: what else of the bar came before it is not known. Changes of size within a trade do not move its entry price.
 *
 * Source of MAE and MFE: Sweeney (1996), Maximum Adverse Excursion.
 * @example
 * import { backtest, createBars, metrics } from "walkforward";
 * const bars = createBars({ open: [100, 100, 110], high: [100, 120, 110], low: [100, 95, 105], close: [100, 110, 105], barsPerYear: 252 });
 * const result = backtest(bars, [1, 0, 0], { initial: 1000, costs: { feeBps: 0, slippageBps: 0 }, rebalance: "on-change" });
 * const [trade] = metrics.tradeList(bars, result);
 * console.log(trade?.side, trade?.profit, trade?.bars, trade?.mae, trade?.mfe); // long 100 1 0.05 0.2
 */
export function tradeList(bars: Bars, backtest: Backtest): readonly TradeRow[] {
  return episodes(bars, backtest).map(({ trade, start }) => tradeRow(bars, backtest, trade, start));
}

function tradeRow(bars: Bars, backtest: Backtest, trade: Trade, equity: number): TradeRow {
  const { entryBar, exitBar, profit, stop } = trade;
  const toClose = stop === undefined && (trade.open || ruinedAfterOpen(bars, backtest, trade));
  const side = trade.side === "long" ? 1 : -1;
  const entryPrice = bars.open[entryBar] as number;
  const exitPrice = stop?.price ?? ((toClose ? bars.close[exitBar] : bars.open[exitBar]) as number);
  const end = exitBar + (toClose ? 1 : 0);
  let highest = Math.max(entryPrice, exitPrice);
  let lowest = Math.min(entryPrice, exitPrice);
  for (let t = entryBar; t < end; t++) {
    highest = Math.max(highest, bars.high[t] as number);
    lowest = Math.min(lowest, bars.low[t] as number);
  }
  const up = (highest - entryPrice) / entryPrice;
  const down = (entryPrice - lowest) / entryPrice;
  return {
    ...trade,
    entryTime: bars.time[entryBar] as number,
    exitTime: bars.time[exitBar] as number,
    bars: end - entryBar + (stop !== undefined && !stop.atOpen ? 1 : 0),
    entryPrice,
    exitPrice,
    return: (side * (exitPrice - entryPrice)) / entryPrice + 0,
    equityReturn: profit / equity,
    mae: side > 0 ? down : up,
    mfe: side > 0 ? up : down,
  };
}

/** True for a trade that outlived the open of the bar that ruined it. */
function ruinedAfterOpen(bars: Bars, { equity, position, turnover, ruinBar }: Backtest, trade: Trade): boolean {
  const t = trade.exitBar;
  if (t !== ruinBar) return false;
  // Only a short can lose more than everything between an open and its close: an order filled at that open left one.
  if ((turnover[t] as number) > 0) return trade.side === "short";
  const weight = position[t - 1] as number;
  const move = (bars.open[t] as number) / (bars.close[t - 1] as number);
  return (equity[t - 1] as number) * (1 - weight + weight * move) > 0;
}
