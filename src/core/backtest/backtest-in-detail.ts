import type { Backtest, BacktestColumns, BacktestOptions } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { costRate, isProportional } from "../costs.ts";
import { type PositionsInput, stopColumns } from "../positions.ts";
import { checkExtraCosts, checkStops } from "./check-detail.ts";
import { checkLengths, checkOptions, checkValues } from "./check-inputs.ts";
import { findStops } from "./find-stops.ts";
import { type CostColumns, simulateCosts } from "./simulate-costs.ts";
import { type Rows, splitBars } from "./split-bars.ts";
import type { StopFill } from "./stop-fill.ts";

/** The back-test of targets alone, at one cost for all orders. */
export type PlainBacktest = (
  bars: Bars,
  target: ArrayLike<number>,
  options: BacktestOptions,
  into: BacktestColumns,
) => Backtest;

/** True for what the plain back-test knows nothing of: stops, and costs beyond fee and slippage. */
export function needsDetail(positions: PositionsInput, options: BacktestOptions): boolean {
  return stopColumns.some((name) => positions[name] !== undefined) || !isProportional(options.costs);
}

/**
 * A back-test with stops (see findStops) or costs of every kind (see Costs). Stops are made into orders of a finer
 * market, which the plain back-test then carries out: where none is touched, and nothing but fee and slippage is to
 * be paid, its result is the plain one's, bit for bit.
 *
 * @throws RangeError as the plain one, and for stops and costs that are none.
 */
export function backtestInDetail(
  bars: Bars,
  positions: PositionsInput,
  options: BacktestOptions,
  into: BacktestColumns,
  plain: PlainBacktest,
): Backtest {
  const { target } = positions;
  checkOptions(options);
  checkExtraCosts(options.costs, bars.length);
  checkLengths(bars, target, into);
  checkValues(bars, target);
  const hasStops = stopColumns.some((name) => positions[name] !== undefined);
  if (hasStops) checkStops(bars, positions);
  const stops = hasStops ? findStops(bars, positions) : [];
  const isPlain = isProportional(options.costs);
  if (stops.length === 0 && isPlain) return plain(bars, target, options, into);
  const rows = splitBars(bars, target, stops);
  const run = isPlain ? plain(rows.bars, rows.target, options, columns(rows)) : withCosts(rows, options);
  return { ...collapse(rows, run, into), ...kept(stops, rows, run.ruinBar) };
}

function columns({ bars: { length } }: Rows): CostColumns {
  const column = (): Float64Array => new Float64Array(length);
  return { equity: column(), position: column(), turnover: column(), costRates: column() };
}

function withCosts(rows: Rows, { costs, initial, rebalance }: BacktestOptions): Backtest {
  const into = columns(rows);
  const end = simulateCosts(rows, costs, initial, rebalance === "every-bar", into);
  if (end < -1) throw new RangeError(`equity at bar ${rows.barOf[-2 - end]} is too large for a number`);
  return { ...into, ruinBar: end < 0 ? null : end, costRate: costRate(costs) };
}

/**
 * Bars out of rows: equity and position of a bar's last row, the turnover of all, the cost of the order at its open.
 */
function collapse({ barOf }: Rows, run: Backtest, into: BacktestColumns): Backtest {
  const { equity, position, turnover } = into;
  const { costRates, costRate, ruinBar } = run;
  const rates = costRates === undefined ? undefined : new Float64Array(equity.length);
  turnover.fill(0);
  for (let row = 0; row < barOf.length; row++) {
    const t = barOf[row] as number;
    equity[t] = run.equity[row] as number;
    position[t] = run.position[row] as number;
    turnover[t] = (turnover[t] as number) + (run.turnover[row] as number);
    if (rates !== undefined && t !== barOf[row - 1]) rates[t] = (costRates as Float64Array)[row] as number;
  }
  return {
    equity,
    position,
    turnover,
    ruinBar: ruinBar === null ? null : (barOf[ruinBar] as number),
    costRate,
    ...(rates === undefined ? {} : { costRates: rates }),
  };
}

/** The stops that were filled: ruin may have come before. */
function kept(stops: readonly StopFill[], { fillRow }: Rows, ruinRow: number | null): Pick<Backtest, "stops"> {
  const filled = stops.filter((stop, i) => {
    const row = fillRow[i] as number;
    return ruinRow === null || (stop.atOpen ? row < ruinRow : row <= ruinRow);
  });
  return filled.length > 0 ? { stops: filled } : {};
}
