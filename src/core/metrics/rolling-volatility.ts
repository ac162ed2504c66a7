import { checkLength } from "../indicators/check.ts";
import { stdev } from "../indicators/stdev.ts";

/**
 * Annual volatility of the last `window` returns at each of [T] returns: `volatility` of returns i − window + 1 … i, so
 * later ones never matter. Result: [T] fractions ≥ 0; NaN in the warm-up of window − 1 values. Of returns of n bars,
 * value i belongs to bar i + 1. Linear time; exactly 0 for equal returns.
 *
 * @param window Whole number of returns, at least 2; RangeError otherwise.
 * @param barsPerYear P; the result is sd (ddof 1) times √P.
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.rollingVolatility([0.01, 0.03, 0.03], 2, 1).map((v) => Math.round(v * 1e4) / 1e4)); // Float64Array(3) [ NaN, 0.0141, 0 ]
 */
export function rollingVolatility(returns: ArrayLike<number>, window: number, barsPerYear: number): Float64Array {
  checkLength("rollingVolatility: window", window, 2);
  const deviations = stdev(returns, window);
  const factor = Math.sqrt((window / (window - 1)) * barsPerYear);
  for (let i = 0; i < deviations.length; i++) deviations[i] = (deviations[i] as number) * factor;
  return deviations;
}
