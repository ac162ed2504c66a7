import { checkColumns, checkLength } from "../indicators/check.ts";
import { rollingCovariance } from "../indicators/rolling-covariance.ts";
import { smallestDeviation } from "./standard-deviation.ts";

/**
 * Beta over the last `window` returns at each of [T]: `beta` of returns i − window + 1 … i on the market's, so later ones
 * never matter. Result: [T]; NaN in the warm-up of window − 1 values and where the market's sd in the window is below
 * 1e-12. Of returns of n bars, value i belongs to bar i + 1. Linear time.
 *
 * @param market [T] Returns of the market over the same bars; RangeError for another length.
 * @param window Whole number of returns, at least 2; RangeError otherwise.
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.rollingBeta([0.02, -0.02, 0.04], [0.01, -0.01, 0.02], 3)); // Float64Array(3) [ NaN, NaN, 2 ]
 */
export function rollingBeta(returns: ArrayLike<number>, market: ArrayLike<number>, window: number): Float64Array {
  checkLength("rollingBeta: window", window, 2);
  checkColumns("rollingBeta", returns, market);
  const slope = rollingCovariance(returns, market, window);
  const variance = rollingCovariance(market, market, window);
  const sample = window / (window - 1);
  for (let i = 0; i < slope.length; i++) {
    const sd = Math.sqrt((variance[i] as number) * sample);
    slope[i] = sd >= smallestDeviation ? (slope[i] as number) / (variance[i] as number) : Number.NaN;
  }
  return slope;
}
