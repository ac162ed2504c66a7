import type { Backtest } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { finite } from "./finite.ts";
import { rounding } from "./rounding.ts";
import { equityBetween, sideAfterOpen } from "./trades.ts";

/** What all trades of a back-test come to, without a list of them. */
export interface TradeTotals {
  readonly count: number;
  /** As `winRate`. */
  readonly winRate: number | null;
  /** As `profitFactor`. */
  readonly profitFactor: number | null;
}

/** Number, win rate and profit factor of the trades that `trades` finds, in one pass that makes no object a trade. */
export function tradeTotals(bars: Bars, backtest: Backtest): TradeTotals {
  const { equity, ruinBar } = backtest;
  const n = bars.length;
  const last = ruinBar ?? n - 1;
  let count = 0;
  let won = 0;
  let gains = 0;
  let losses = 0;
  let side = 0;
  let start = 0;
  for (let t = 1; t <= last + 1; t++) {
    const over = t > last; // what is still open is valued at the last close; at ruin that is 0
    const next = over ? 0 : Math.sign(sideAfterOpen(backtest, t));
    if (next === side) continue;
    const value = over ? (equity[last] as number) : equityBetween(bars, backtest, t, side);
    if (side !== 0) {
      const gain = value - start;
      count++;
      if (gain > rounding * start) {
        won++;
        gains += gain;
      } else if (gain < -rounding * start) {
        losses -= gain;
      }
    }
    side = next;
    start = value;
  }
  return {
    count,
    winRate: count === 0 ? null : won / count,
    profitFactor: losses > 0 ? finite(gains / losses) : null,
  };
}
