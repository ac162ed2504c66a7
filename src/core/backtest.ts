import type { Bars } from "./bars.ts";
import { type Costs, costRate } from "./costs.ts";

/** `on-change` holds units between changes of the target; `every-bar` restores the weight at each open. */
export type Rebalance = "on-change" | "every-bar";

/** Settings of a back-test. */
export interface BacktestOptions {
  /** Starting equity, > 0. */
  readonly initial: number;
  readonly costs: Costs;
  readonly rebalance: Rebalance;
}

/** The columns that a back-test of n bars fills. Hand in the same ones again to back-test without allocating. */
export interface BacktestColumns {
  /** [n] Equity at each close, after costs; [0] is the starting equity; 0 from ruin on. */
  readonly equity: Float64Array;
  /** [n] Share of equity in the instrument at each close, signed; 0 where flat or ruined. */
  readonly position: Float64Array;
  /** [n] Turnover of the rebalance at each open, |d|/(1 + s·c·w); 0 where there was none. */
  readonly turnover: Float64Array;
}

/** What a back-test of n bars came to. */
export interface Backtest extends BacktestColumns {
  /** Bar at which equity reached 0; null if it never did. */
  readonly ruinBar: number | null;
  /** c: fee and slippage together, as a fraction of the traded value. */
  readonly costRate: number;
}

/** Turnover up to here is rounding, not an order. */
const smallestTurnover = 1e-12;

/** New columns for a back-test of `n` bars. */
export function backtestColumns(n: number): BacktestColumns {
  return { equity: new Float64Array(n), position: new Float64Array(n), turnover: new Float64Array(n) };
}

/**
 * Back-tests targets on one market: a target decided at the close of bar t is filled at the open of bar t + 1, so that
 * the weight is exactly the target after proportional costs. The last target is never filled; an open position is
 * marked at the last close without exit cost (it would have to be guessed).
 *
 * @param bars n bars; opens and closes > 0. `high`, `low`, `volume` and `time` are not read.
 * @param target [n] Wanted share of equity, in [−1, 1]; NaN keeps the one before (0 before the first).
 * @param into Columns of length n to fill instead of new ones.
 * @throws RangeError for another length, a target outside [−1, 1], a price that is not a positive number, starting equity
 * that is not > 0, a negative cost, or equity too large for a number; says where.
 *
 * Equals vectorbt's `from_signals(price=open, upon_opposite_entry="reverse")` for targets in {−1, 0, 1}.
 */
export function backtest(
  bars: Bars,
  target: ArrayLike<number>,
  options: BacktestOptions,
  into: BacktestColumns = backtestColumns(bars.length),
): Backtest {
  checkOptions(options);
  checkLengths(bars, target, into);
  checkPrices("open", bars.open);
  checkPrices("close", bars.close);
  checkTargets(target);
  const ruinBar = simulate(bars, target, options, into);
  return {
    equity: into.equity,
    position: into.position,
    turnover: into.turnover,
    ruinBar: ruinBar < 0 ? null : ruinBar,
    costRate: costRate(options.costs),
  };
}

/** Fills `into` and returns the bar of ruin, −1 without one. Inputs are checked already. */
function simulate(bars: Bars, target: ArrayLike<number>, options: BacktestOptions, into: BacktestColumns): number {
  const { open, close, length: n } = bars;
  const { equity, position, turnover } = into;
  const c = costRate(options.costs);
  const everyBar = options.rebalance === "every-bar";
  let cash = options.initial;
  let units = 0;
  let inForce = 0;
  if (n > 0) record(into, 0, cash, 0, 0);
  for (let t = 1; t < n; t++) {
    const o = open[t] as number;
    const before = cash + units * o;
    if (before <= 0) return ruin(into, t, 0);
    const wanted = target[t - 1] as number;
    const w = Number.isNaN(wanted) ? inForce : wanted + 0; // + 0 turns −0 into 0
    let tau = 0;
    if (everyBar || w !== inForce) {
      // Self-financing rebalance in closed form. Written as V − fee − u'·O it would lose 8 digits after a crash.
      const d = w - (units * o) / before;
      const scale = 1 + (d < 0 ? -c : c) * w;
      tau = Math.abs(d) / scale;
      // A scale of 0 or less (cost of 100 % and more): no weight w can be paid for.
      if (scale <= 0 || c * tau >= 1) return ruin(into, t, 0);
      if (tau > smallestTurnover) {
        const after = before * (1 - c * tau);
        units = (w * after) / o;
        cash = (1 - w) * after;
      } else {
        tau = 0;
      }
      inForce = w;
    }
    const marked = cash + units * (close[t] as number);
    if (marked <= 0) return ruin(into, t, tau);
    if (!(marked < Number.POSITIVE_INFINITY)) throw new RangeError(`equity at bar ${t} is too large for a number`);
    equity[t] = marked;
    position[t] = (units * (close[t] as number)) / marked;
    turnover[t] = tau;
  }
  return -1;
}

function record(into: BacktestColumns, t: number, equity: number, position: number, turnover: number): void {
  into.equity[t] = equity;
  into.position[t] = position;
  into.turnover[t] = turnover;
}

/** Equity, position and turnover are 0 from bar t on; the order filled at the open of bar t itself still counts. */
function ruin(into: BacktestColumns, t: number, tau: number): number {
  into.equity.fill(0, t);
  into.position.fill(0, t);
  into.turnover.fill(0, t);
  into.turnover[t] = tau;
  return t;
}

function checkOptions(options: BacktestOptions): void {
  const { initial, costs, rebalance } = options;
  if (!(initial > 0 && initial < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`initial is ${initial}: starting equity must be a number above 0`);
  }
  checkBps("feeBps", costs.feeBps);
  checkBps("slippageBps", costs.slippageBps);
  if (rebalance !== "on-change" && rebalance !== "every-bar") {
    throw new RangeError(`rebalance is ${String(rebalance)}: it must be on-change or every-bar`);
  }
}

function checkBps(name: string, bps: number): void {
  if (!(bps >= 0 && bps < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} is ${bps}: it must be a number of at least 0 (basis points)`);
  }
}

function checkLengths(bars: Bars, target: ArrayLike<number>, into: BacktestColumns): void {
  checkLength("open", bars.open, bars.length);
  checkLength("close", bars.close, bars.length);
  checkLength("target", target, bars.length);
  checkLength("equity", into.equity, bars.length);
  checkLength("position", into.position, bars.length);
  checkLength("turnover", into.turnover, bars.length);
}

function checkLength(name: string, column: ArrayLike<number>, length: number): void {
  if (column.length !== length) {
    throw new RangeError(`${name} has ${column.length} values for ${length} bars: it must have one a bar`);
  }
}

function checkPrices(name: string, prices: Float64Array): void {
  for (let t = 0; t < prices.length; t++) {
    const price = prices[t] as number;
    if (!(price > 0 && price < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${name}[${t}] is ${price}: prices must be numbers above 0`);
    }
  }
}

function checkTargets(target: ArrayLike<number>): void {
  for (let t = 0; t < target.length; t++) {
    const wanted = target[t] as number;
    if (!(wanted >= -1 && wanted <= 1) && !Number.isNaN(wanted)) {
      throw new RangeError(`target[${t}] is ${wanted}: it must lie in [-1, 1], or be NaN to keep the one before`);
    }
  }
}
