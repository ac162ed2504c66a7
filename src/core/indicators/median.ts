import { checkLength } from "./check.ts";
import { rollingQuantile } from "./rolling-quantile.ts";

/** Rolling median of n values; the mean of the middle two for even n. `median([1, 9, 2], 3)` is [NaN, NaN, 2]. */
export function median(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("median: n", n);
  return rollingQuantile(x, n, 0.5);
}
