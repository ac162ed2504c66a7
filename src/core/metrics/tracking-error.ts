import { activeReturns } from "./active-returns.ts";
import { volatility } from "./volatility.ts";

/**
 * Annual tracking error: standard deviation (ddof 1) of the strategy's returns [T] less the market's [T], times √P, P = bars
 * per year; a fraction ≥ 0; null under 2 returns. 0 for the market itself. RangeError for unequal lengths.
 * Source: Grinold & Kahn (2000), Active Portfolio Management.
 *
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.trackingError([0.03, 0.01], [0.02, 0.02], 1)?.toFixed(4)); // 0.0141
 */
export function trackingError(
  returns: ArrayLike<number>,
  market: ArrayLike<number>,
  barsPerYear: number,
): number | null {
  return volatility(activeReturns(returns, market), barsPerYear);
}
