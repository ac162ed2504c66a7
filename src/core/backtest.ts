import { backtestInDetail, needsDetail } from "./backtest/backtest-in-detail.ts";
import { checkLengths, checkOptions, checkValues, isPrice, isTarget } from "./backtest/check-inputs.ts";
import { checkNames } from "./backtest/check-names.ts";
import { completed, simulate } from "./backtest/simulate.ts";
import type { StopFill } from "./backtest/stop-fill.ts";
import type { Bars } from "./bars.ts";
import { type Costs, costRate } from "./costs.ts";
import type { PositionsInput } from "./positions.ts";

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
  /**
   * [n] Where orders differ in cost: the cost of the order at each open as a fraction of its traded value; 0 without
   * one.
   */
  readonly costRates?: Float64Array;
  /** The stops that closed a position, in order, at most one a bar; absent where none did. */
  readonly stops?: readonly StopFill[];
}

/** New columns for a back-test of `n` bars. */
export function backtestColumns(n: number): BacktestColumns {
  return { equity: new Float64Array(n), position: new Float64Array(n), turnover: new Float64Array(n) };
}

/**
 * Back-tests targets on one market: a target decided at the close of bar t is filled at the open of bar t + 1, so that
 * the weight is exactly the target after proportional costs. The last target is never filled; an open position is
 * marked at the last close without exit cost (it would have to be guessed).
 *
 * With stops it is also closed inside a bar: findStops states the rules. Turnover of such a bar is that of both fills.
 *
 * @param bars n bars; opens and closes > 0. `volume` and `time` are not read, `high` and `low` only for stops.
 * @param positions Targets, or targets with stops. Target: [n] Wanted share of equity, in [−1, 1]; NaN keeps the one
 * before (0 before the first). Stops: [n] fractions > 0 of the price of entry (a trailing one of the best price
 * since), NaN = none.
 * @param into Columns of length n to fill instead of new ones.
 * @throws RangeError for another length, a target outside [−1, 1], a price that is not a positive number, starting
 * equity that is not > 0, a negative cost, a name that is nearly one of an option, or equity too large for a number; says
 * where.
 *
 * Equals vectorbt's `from_signals(price=open, upon_opposite_entry="reverse")` for targets in {−1, 0, 1}.
 */
export function backtest(
  bars: Bars,
  positions: ArrayLike<number> | PositionsInput,
  options: BacktestOptions,
  into: BacktestColumns = backtestColumns(bars.length),
): Backtest {
  // JavaScript may hand in anything: what is no object has no names to look in.
  if (!(typeof positions === "object" && positions !== null && "length" in positions))
    checkNames("positions", positions);
  checkNames("options", options);
  checkNames("costs", options.costs);
  const input = "target" in positions ? positions : { target: positions };
  if (needsDetail(input, options)) return backtestInDetail(bars, input, options, into, backtestTarget);
  return backtestTarget(bars, input.target, options, into);
}

/** Back-tests targets without stops, at one cost for all orders. */
function backtestTarget(
  bars: Bars,
  target: ArrayLike<number>,
  options: BacktestOptions,
  into: BacktestColumns,
): Backtest {
  checkOptions(options);
  checkLengths(bars, target, into);
  const n = bars.length;
  const rate = costRate(options.costs);
  if (n > 0) start(into, options.initial);
  const everyBar = options.rebalance === "every-bar";
  const end = simulate({ bars, target, initial: options.initial, cost: rate, everyBar }, into);
  if (end !== completed || !endsAreValid(bars, target)) {
    checkValues(bars, target);
    if (end < completed) throw new RangeError(`equity at bar ${-2 - end} is too large for a number`);
  }
  const { equity, position, turnover } = into;
  return { equity, position, turnover, ruinBar: end === completed ? null : end, costRate: rate };
}

function start(into: BacktestColumns, initial: number): void {
  into.equity[0] = initial;
  into.position[0] = 0;
  into.turnover[0] = 0;
}

/** Whether the prices of bar 0 and the last target, of which a back-test makes no use, are such. */
function endsAreValid({ open, close, length: n }: Bars, target: ArrayLike<number>): boolean {
  return n === 0 || (isPrice(open[0] as number) && isPrice(close[0] as number) && isTarget(target[n - 1] as number));
}
