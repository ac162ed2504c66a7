import { checkColumns } from "../indicators/check.ts";
import { rounding } from "./rounding.ts";

/**
 * Batting average: share of the bars whose return is above the market's, in [0, 1]; a bar that equals it, up to 1e-12, is
 * not won, so that buy-and-hold without costs comes to 0; null without returns. RangeError for unequal lengths.
 * Source: Bacon (2008), Practical Portfolio Performance Measurement and Attribution.
 *
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.battingAverage([0.02, 0, -0.01, 0.01], [0.01, 0, -0.02, 0.03])); // 0.5
 */
export function battingAverage(returns: ArrayLike<number>, market: ArrayLike<number>): number | null {
  checkColumns("battingAverage", returns, market);
  if (returns.length === 0) return null;
  let won = 0;
  for (let i = 0; i < returns.length; i++) if ((returns[i] as number) - (market[i] as number) > rounding) won++;
  return won / returns.length;
}
