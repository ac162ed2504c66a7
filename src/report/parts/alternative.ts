import { type Backtest, backtest } from "../../core/backtest.ts";
import { type Bars, sliceBars } from "../../core/bars.ts";
import { type Costs, sliceCosts } from "../../core/costs.ts";
import { computeMetrics } from "../../core/metrics/compute-metrics.ts";
import type { Metrics } from "../../core/metrics/metrics.ts";
import type { PathStats } from "../../core/score/path-score.ts";
import { pathStats } from "../../core/score/path-stats.ts";

/** What something simpler than a program did on the same scored bars at the same costs. */
export interface Alternative {
  /** Share of equity held all the time, in [−1, 1]. */
  readonly share: number;
  readonly result: Backtest;
  readonly metrics: Metrics;
  readonly stats: PathStats;
}

/**
 * Holds one share of equity from the first scored open to the end. A share other than −1, 0 and 1 drifts with the price:
 * it is restored at every open, at the path's costs; not where an order has a least fee, which would eat it up.
 *
 * @param share In [−1, 1]; 1 is buy-and-hold, and never trades again.
 * @param initial Starting equity, which a least fee is measured against; 1 unless given
 */
export function holdShare(
  path: { readonly bars: Bars; readonly warmupBars: number; readonly costs: Costs },
  share: number,
  initial = 1,
): Alternative {
  const first = path.warmupBars - 1;
  const bars = sliceBars(path.bars, first, path.bars.length);
  const costs = sliceCosts(path.costs, first, path.bars.length);
  const rebalance = Math.abs(share) === 1 || share === 0 || costs.minFee ? "on-change" : "every-bar";
  const target = new Float64Array(bars.length).fill(share);
  const result = backtest(bars, target, { initial, costs, rebalance });
  const metrics = computeMetrics(bars, result);
  return { share, result, metrics, stats: pathStats({ close: bars.close, backtest: result }) };
}
