import { checkLength } from "./check.ts";
import { rollingMean } from "./rolling-mean.ts";

/** Simple moving average of n values. `sma([1, 2, 3, 5], 2)` is [NaN, 1.5, 2.5, 4]. */
export function sma(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("sma: n", n);
  return rollingMean(x, n);
}
