import type { BacktestColumns } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { isPrice, isTarget } from "./check-inputs.ts";
import { weightedValue } from "./weighted-value.ts";

/** Turnover up to here is rounding, not an order. */
const smallestTurnover = 1e-12;

/** A short whose equity is below this share of its cash is valued by `weightedValue`. */
const distress = 1 / 32;

/** What `simulate` answers where no bar is ruined. */
export const completed = -1;

/**
 * Fills `into` bar by bar, and checks prices and targets as it meets them: a pass of its own for that would cost as much again.
 * Columns are as long as the bars; `initial` > 0; `cost` ≥ 0, a fraction of the traded value.
 *
 * @returns `completed`; or t ≥ 0, the bar of ruin, beyond which nothing was read; or −2 − t where bar t holds a price or target
 * that is none, or equity is too large for a number.
 */
export function simulate(
  bars: Bars,
  target: ArrayLike<number>,
  initial: number,
  cost: number,
  everyBar: boolean,
  into: BacktestColumns,
): number {
  const { open, close, length: n } = bars;
  const { equity, position, turnover } = into;
  // Sums, not the arguments themselves: V8 would keep what starts as one as a number on the heap, a new one at each trade.
  const buying = cost + 0;
  const selling = -cost;
  let cash = initial + 0;
  let units = 0;
  let inForce = 0;
  // The last trade: equity after it, its weight and its price. At or below `low` that is what values a short.
  let after = initial + 0;
  let weight = 0;
  let entry = 1;
  let low = 0;
  for (let t = 1; t < n; t++) {
    // Bars on which nothing is traded or out of the ordinary; the rest of the body can do any bar.
    for (; !everyBar && t < n; t++) {
      const wanted = target[t - 1] as number;
      const o = open[t] as number;
      const p = close[t] as number;
      if (wanted !== inForce && !Number.isNaN(wanted)) break;
      const held = units * p;
      const marked = cash + held;
      // The sum is finite where all of its terms, which are positive, are.
      if (!(o > 0 && p > 0 && cash + units * o > low && marked > low && o + p + marked < Number.POSITIVE_INFINITY))
        break;
      equity[t] = marked;
      position[t] = held / marked;
      turnover[t] = 0;
    }
    if (t === n) break;
    const wanted = target[t - 1] as number;
    const o = open[t] as number;
    const p = close[t] as number;
    if (!isTarget(wanted) || !isPrice(o) || !isPrice(p)) return -2 - t;
    let before = cash + units * o;
    if (before <= low) before = after * weightedValue(weight, entry, o);
    if (before <= 0) return ruin(into, t, 0);
    const w = Number.isNaN(wanted) ? inForce : wanted + 0; // + 0 turns −0 into 0
    let tau = 0;
    if (everyBar || w !== inForce) {
      // Self-financing rebalance in closed form. Written as V − fee − u'·O it would lose 8 digits after a crash.
      const d = w - (units * o) / before;
      const scale = 1 + (d < 0 ? selling : buying) * w;
      tau = Math.abs(d) / scale;
      // A scale of 0 or less (cost of 100 % and more): no weight w can be paid for.
      if (scale <= 0 || buying * tau >= 1) return ruin(into, t, 0);
      if (tau > smallestTurnover) {
        after = before * (1 - buying * tau);
        units = (w * after) / o;
        cash = (1 - w) * after;
        weight = w;
        entry = o;
        low = w < 0 ? cash * distress : 0;
      } else {
        tau = 0;
      }
      inForce = w;
    }
    let marked = cash + units * p;
    if (marked <= low) marked = after * weightedValue(weight, entry, p);
    if (marked <= 0) return ruin(into, t, tau);
    if (!(marked < Number.POSITIVE_INFINITY)) return -2 - t;
    equity[t] = marked;
    position[t] = (units * p) / marked;
    turnover[t] = tau;
  }
  return completed;
}

/** Equity, position and turnover are 0 from bar t on; the order filled at the open of bar t itself still counts. */
function ruin(into: BacktestColumns, t: number, tau: number): number {
  into.equity.fill(0, t);
  into.position.fill(0, t);
  into.turnover.fill(0, t);
  into.turnover[t] = tau;
  return t;
}
