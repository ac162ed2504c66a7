import type { BacktestColumns } from "../backtest.ts";
import { type Account, at, distress, smallestTurnover } from "./account.ts";
import type { Simulation } from "./simulate.ts";

/** Two numbers above this have a product above 0. */
const tiny = 1e-150;

/**
 * Simulates bars from `from` on, up to the first that is out of the ordinary, and answers which that is; `to` if there is none.
 * Ordinary are bars of valid prices with a target that is kept or traded, at which nobody is ruined or near it.
 *
 * Speed is all that it is for: `simulateBar` does the same, bar by bar. What is loop-carried is held in variables, and the loops
 * over bars without a trade, which use fewer columns, are functions of their own: V8 runs out of registers.
 */
export function passOrdinary(
  { bars: { open, close }, target, cost }: Simulation,
  { equity, position, turnover }: BacktestColumns,
  account: Account,
  from: number,
  to: number,
): number {
  let cash = account[at.cash] as number;
  let units = account[at.units] as number;
  let inForce = account[at.inForce] as number;
  let traded = account[at.traded] as number;
  let weight = account[at.weight] as number;
  let entry = account[at.entry] as number;
  let low = account[at.low] as number;
  let t = from;
  for (; t < to; t++) {
    if (units < 0) t = holdShort(open, close, target, equity, position, cash, units, inForce, low, t, to);
    else if (cash > 0 || units > tiny) t = hold(open, close, target, equity, position, cash, units, inForce, t, to);
    if (t === to) break;
    const w = (target[t - 1] as number) + 0; // + 0 turns −0 into 0
    const o = open[t] as number;
    const p = close[t] as number;
    const before = cash + units * o;
    const d = w - (units * o) / before;
    // The side is that to which the target moved, or tau is below 0: to look at the difference itself is to wait for the division.
    const tau = w < inForce ? -d / (1 - cost * w) : d / (1 + cost * w);
    if (!(w !== inForce && w >= -1 && w <= 1 && o > tiny && p > tiny && before > low)) break;
    if (!(tau > smallestTurnover && cost * tau < 1 && cost < 1)) break;
    const left = before * (1 - cost * tau);
    const kept = (1 - w) * left;
    const bought = (w * left) / o;
    const value = bought * p;
    const marked = kept + value;
    const limit = w < 0 ? kept * distress : 0;
    if (!(marked > limit && o + marked < Number.POSITIVE_INFINITY)) break;
    cash = kept;
    units = bought;
    inForce = w;
    traded = left;
    weight = w;
    entry = o;
    low = limit;
    equity[t] = marked;
    position[t] = value / marked;
    turnover[t] = tau;
  }
  account[at.cash] = cash;
  account[at.units] = units;
  account[at.inForce] = inForce;
  account[at.traded] = traded;
  account[at.weight] = weight;
  account[at.entry] = entry;
  account[at.low] = low;
  return t;
}

/** Passes over bars without a trade on which a short is not in distress. */
function holdShort(
  open: Float64Array,
  close: Float64Array,
  target: ArrayLike<number>,
  equity: Float64Array,
  position: Float64Array,
  cash: number,
  units: number,
  inForce: number,
  low: number,
  from: number,
  to: number,
): number {
  for (let t = from; t < to; t++) {
    const wanted = target[t - 1] as number;
    if (wanted !== inForce && !Number.isNaN(wanted)) return t;
    const o = open[t] as number;
    const p = close[t] as number;
    const held = units * p;
    const marked = cash + held;
    if (!(o > 0 && p > 0 && cash + units * o > low && marked > low)) return t;
    equity[t] = marked;
    position[t] = held / marked;
  }
  return to;
}

/** Passes over bars without a trade or a short: with cash, or with units and prices above `tiny`, equity is above 0. */
function hold(
  open: Float64Array,
  close: Float64Array,
  target: ArrayLike<number>,
  equity: Float64Array,
  position: Float64Array,
  cash: number,
  units: number,
  inForce: number,
  from: number,
  to: number,
): number {
  for (let t = from; t < to; t++) {
    const wanted = target[t - 1] as number;
    if (wanted !== inForce && !Number.isNaN(wanted)) return t;
    const o = open[t] as number;
    const p = close[t] as number;
    const held = units * p;
    const marked = cash + held;
    if (!(o > tiny && p > tiny && o + marked < Number.POSITIVE_INFINITY)) return t;
    equity[t] = marked;
    position[t] = held / marked;
  }
  return to;
}
