import type { BacktestColumns } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { type Account, at, distress, openAccount, smallestTurnover } from "./account.ts";
import { isPrice, isTarget } from "./check-inputs.ts";
import { passOrdinary } from "./pass-ordinary.ts";
import { weightedValue } from "./weighted-value.ts";

const infinity = Number.POSITIVE_INFINITY;

/** Bars simulated at a time. */
const block = 512;

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
 *
 * It goes block by block, for V8 compiles a function best that it has seen to its end. A long loop it replaces while that runs, by
 * code that knows nothing of what follows and is thrown away there, or stays and is slow.
 *
 * @returns `completed`; or t ≥ 0, the bar of ruin, beyond which nothing was read; or −2 − t where bar t holds a price or target
 * that is none, or equity is too large for a number.
 */
export function simulate(simulation: Simulation, into: BacktestColumns): number {
  const n = simulation.bars.length;
  const account = openAccount(simulation.initial);
  into.turnover.fill(0);
  for (let from = 1; from < n; from += block) {
    const end = simulateBlock(simulation, into, account, from, Math.min(n, from + block));
    if (end !== completed) return end;
  }
  return completed;
}

function simulateBlock(
  simulation: Simulation,
  into: BacktestColumns,
  account: Account,
  from: number,
  to: number,
): number {
  for (let t = from; t < to; t++) {
    if (!simulation.everyBar) t = passOrdinary(simulation, into, account, t, to);
    const end = t < to ? simulateBar(simulation, into, account, t) : completed;
    if (end !== completed) return end;
  }
  return completed;
}

/** Simulates bar t ≥ 1, whatever it is like; answers as `simulate`. */
export function simulateBar(
  { bars: { open, close }, target, cost, everyBar }: Simulation,
  into: BacktestColumns,
  account: Account,
  t: number,
): number {
  const wanted = target[t - 1] as number;
  const o = open[t] as number;
  const p = close[t] as number;
  const before = valueAt(account, o);
  if (!isTarget(wanted) || !isPrice(o) || !isPrice(p)) return -2 - t;
  if (before <= 0) return ruin(into, t, 0);
  const inForce = account[at.inForce] as number;
  const w = Number.isNaN(wanted) ? inForce : wanted + 0; // + 0 turns −0 into 0
  const trades = everyBar || w !== inForce;
  if (trades && before === infinity) return -2 - t;
  const tau = trades ? turnoverTo(w, ((account[at.units] as number) * o) / before, cost) : 0;
  if (cost * tau >= 1) return ruin(into, t, 0);
  account[at.inForce] = w;
  if (tau > 0) enter(account, w, o, before * (1 - cost * tau));
  const marked = valueAt(account, p);
  if (marked <= 0) return ruin(into, t, tau);
  if (!(marked < infinity)) return -2 - t;
  into.equity[t] = marked;
  into.position[t] = ((account[at.units] as number) * p) / marked;
  into.turnover[t] = tau;
  return completed;
}

/** Equity at a price, to its last digits also where a short has little left. */
function valueAt(account: Account, price: number): number {
  const value = (account[at.cash] as number) + (account[at.units] as number) * price;
  if (!(value <= (account[at.low] as number))) return value;
  return (
    (account[at.traded] as number) * weightedValue(account[at.weight] as number, account[at.entry] as number, price)
  );
}

/** Puts the weight `w` of equity, what is left of it after costs, into the instrument at a price. */
function enter(account: Account, w: number, price: number, equity: number): void {
  const cash = (1 - w) * equity;
  account[at.cash] = cash;
  account[at.units] = (w * equity) / price;
  account[at.traded] = equity;
  account[at.weight] = w;
  account[at.entry] = price;
  account[at.low] = w < 0 ? cash * distress : 0;
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
