import type { Costs } from "../../core/costs.ts";
import { maxDrawdown } from "../../core/metrics/max-drawdown.ts";
import { sharpe } from "../../core/metrics/sharpe.ts";
import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import { totalReturn } from "../../core/metrics/total-return.ts";
import type { Positions } from "../../core/positions.ts";
import { backtestPath } from "../../core/score/backtest-path.ts";
import type { PathMarket } from "./path-market.ts";
import { scaleCosts } from "./scale-costs.ts";

/** What the same positions come to at other costs. */
export interface CostRow {
  /** Costs as a multiple of the path's own. */
  readonly times: number;
  readonly totalReturn: number | null;
  readonly sharpe: number | null;
  readonly maxDrawdown: number | null;
}

/** The multiples of a path's costs that reports show. */
export const costMultiples: readonly number[] = [0, 1, 2, 5];

/** The same positions at each multiple of the path's costs, in their order. */
export function costSensitivity({ bars, warmupBars, costs }: PathMarket, given: Positions): readonly CostRow[] {
  return costRows(
    bars.barsPerYear,
    (times) => backtestPath({ bars, warmupBars, costs: timesCosts(costs, times) }, given).result.equity,
  );
}

/** What equity comes to at each multiple of the costs; `equityAt` back-tests at one of them. */
export function costRows(barsPerYear: number, equityAt: (times: number) => Float64Array): readonly CostRow[] {
  return costMultiples.map((times) => {
    const equity = equityAt(times);
    return {
      times,
      totalReturn: totalReturn(equity),
      sharpe: sharpe(simpleReturns(equity), barsPerYear),
      maxDrawdown: maxDrawdown(equity),
    };
  });
}

/** Whether nothing is ever charged, so that a multiple of the costs is the same back-test. */
export function areFree(costs: Costs): boolean {
  const { feeBps, slippageBps, minFee, borrowBps, fundingBps, halfSpread } = costs;
  return (
    ![feeBps, slippageBps, minFee, borrowBps, fundingBps].some(Boolean) && !halfSpread?.some((spread) => spread > 0)
  );
}

/** Costs `times` as high; once are the costs themselves. */
export function timesCosts(costs: Costs, times: number): Costs {
  return times === 1 ? costs : scaleCosts(costs, times);
}
