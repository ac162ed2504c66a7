import type { BacktestColumns } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { isPrice, isTarget } from "./check-inputs.ts";
import { weightedValue } from "./weighted-value.ts";

const infinity = Number.POSITIVE_INFINITY;

/** Turnover up to here is rounding, not an order. */
const smallestTurnover = 1e-12;

/** A short whose equity is below this share of its cash is valued by `weightedValue`. */
const distress = 1 / 32;

/** What `simulate` answers where no bar is ruined. */
export const completed = -1;

/** What is simulated: columns as long as the bars, not checked yet, and settings that are. */
export interface Simulation {
  readonly bars: Bars;
  readonly target: ArrayLike<number>;
  /** Starting equity, > 0. */
  readonly initial: number;
  /** Fraction of the traded value, ≥ 0. */
  readonly cost: number;
  readonly everyBar: boolean;
}

/**
 * Fills `into` bar by bar, and checks prices and targets as it meets them: a pass of its own for that would cost as much again.
 * The inner loop passes over bars on which nothing is traded or out of the ordinary; the rest of the body can do any bar.
 * `after`, `weight` and `entry` (equity, weight and price of the last trade) value a short at or below `low`.
 *
 * @returns `completed`; or t ≥ 0, the bar of ruin, beyond which nothing was read; or −2 − t where bar t holds a price or target
 * that is none, or equity is too large for a number.
 */
export function simulate({ bars, target, initial, cost, everyBar }: Simulation, into: BacktestColumns): number {
  const { open, close, length: n } = bars;
  const { equity, position, turnover } = into;
  // Sums, not the arguments themselves: V8 would keep what starts as one as a number on the heap, a new one at each trade.
  const rate = cost + 0;
  let cash = initial + 0;
  let units = 0;
  let inForce = 0;
  let after = initial + 0;
  let weight = 0;
  let entry = 1;
  let low = 0;
  for (let t = 1; t < n; t++) {
    for (; !everyBar && t < n; t++) {
      const wanted = target[t - 1] as number;
      const o = open[t] as number;
      const p = close[t] as number;
      if (wanted !== inForce && !Number.isNaN(wanted)) break;
      const marked = cash + units * p;
      // The sum is finite where all of its terms, which are positive, are.
      if (!(o > 0 && p > 0 && cash + units * o > low && marked > low && o + p + marked < infinity)) break;
      equity[t] = marked;
      position[t] = (units * p) / marked;
      turnover[t] = 0;
    }
    if (t === n) break;
    const wanted = target[t - 1] as number;
    const o = open[t] as number;
    const p = close[t] as number;
    let before = cash + units * o;
    if (!isTarget(wanted) || !isPrice(o) || !isPrice(p) || before === infinity) return -2 - t;
    if (before <= low) before = after * weightedValue(weight, entry, o);
    if (before <= 0) return ruin(into, t, 0);
    const w = Number.isNaN(wanted) ? inForce : wanted + 0; // + 0 turns −0 into 0
    const tau = everyBar || w !== inForce ? turnoverTo(w, (units * o) / before, rate) : 0;
    if (rate * tau >= 1) return ruin(into, t, 0);
    inForce = w;
    if (tau > 0) {
      after = before * (1 - rate * tau);
      units = (w * after) / o;
      cash = (1 - w) * after;
      weight = w;
      entry = o;
      low = w < 0 ? cash * distress : 0;
    }
    let marked = cash + units * p;
    if (marked <= low) marked = after * weightedValue(weight, entry, p);
    if (marked <= 0) return ruin(into, t, tau);
    if (!(marked < infinity)) return -2 - t;
    equity[t] = marked;
    position[t] = (units * p) / marked;
    turnover[t] = tau;
  }
  return completed;
}

/**
 * Turnover of the trade from a weight to another that leaves exactly that weight of equity after its costs; 0 where it is
 * rounding; infinite where costs of 100 % and more let no trade come to it.
 *
 * Self-financing in closed form. Written as V − fee − u'·O it would lose 8 digits after a crash.
 */
function turnoverTo(wanted: number, held: number, rate: number): number {
  const d = wanted - held;
  const scale = d < 0 ? 1 - rate * wanted : 1 + rate * wanted;
  const tau = scale > 0 ? Math.abs(d) / scale : infinity;
  return tau > smallestTurnover ? tau : 0;
}

/** Equity, position and turnover are 0 from bar t on; the order filled at the open of bar t itself still counts. */
function ruin(into: BacktestColumns, t: number, tau: number): number {
  into.equity.fill(0, t);
  into.position.fill(0, t);
  into.turnover.fill(0, t);
  into.turnover[t] = tau;
  return t;
}
