import type { Backtest } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { finite } from "./finite.ts";
import { profitFactor } from "./profit-factor.ts";
import { rounding } from "./rounding.ts";
import { equityBetween, sideAfterOpen, trades } from "./trades.ts";
import { winRate } from "./win-rate.ts";

/** What all trades of a back-test come to, without a list of them. */
export interface TradeTotals {
  readonly count: number;
  /** As `winRate`. */
  readonly winRate: number | null;
  /** As `profitFactor`. */
  readonly profitFactor: number | null;
}

/**
 * Number, win rate and profit factor of the trades that `trades` finds, in one pass that makes no object a trade. Where
 * stops were filled the list itself is taken: a stop ends a trade inside a bar, and such back-tests are not the hot ones.
 */
export function tradeTotals(bars: Bars, backtest: Backtest): TradeTotals {
  if (backtest.stops !== undefined && backtest.stops.length > 0) {
    const list = trades(bars, backtest);
    return { count: list.length, winRate: winRate(list), profitFactor: profitFactor(list) };
  }
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
