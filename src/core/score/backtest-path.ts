import { type Backtest, backtest } from "../backtest.ts";
import { type Bars, sliceBars } from "../bars.ts";
import { type Costs, sliceCosts } from "../costs.ts";
import { type Positions, positionsFrom } from "../positions.ts";

/** A path's back-test over its scored bars; all columns begin at the close of the last warm-up bar. */
export interface PathBacktest {
  readonly bars: Bars;
  readonly positions: Positions;
  readonly result: Backtest;
}

/**
 * Back-tests positions given for all bars of a path over its scored bars: equity 1 at the close of the last warm-up bar,
 * the path's costs, units held between changes of the target. A target set during warm-up and kept since is taken up
 * at the first scored open, with the stops that came with it as fractions of that open.
 */
export function backtestPath(
  path: { readonly bars: Bars; readonly warmupBars: number; readonly costs: Costs },
  given: Positions,
): PathBacktest {
  const first = path.warmupBars - 1;
  const bars = sliceBars(path.bars, first, path.bars.length);
  const costs = sliceCosts(path.costs, first, path.bars.length);
  const positions = positionsFrom(given, first);
  return { bars, positions, result: backtest(bars, positions, { initial: 1, costs, rebalance: "on-change" }) };
}
