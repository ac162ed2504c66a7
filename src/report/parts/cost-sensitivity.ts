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
export function costSensitivity(market: PathMarket, given: Positions): readonly CostRow[] {
  const { bars, warmupBars } = market;
  return costMultiples.map((times) => {
    const costs = times === 1 ? market.costs : scaleCosts(market.costs, times);
    const { equity } = backtestPath({ bars, warmupBars, costs }, given).result;
    return {
      times,
      totalReturn: totalReturn(equity),
      sharpe: sharpe(simpleReturns(equity), bars.barsPerYear),
      maxDrawdown: maxDrawdown(equity),
    };
  });
}
