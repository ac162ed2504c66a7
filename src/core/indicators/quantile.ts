import { checkLength, checkRange } from "./check.ts";
import { rollingQuantile } from "./rolling-quantile.ts";

/**
 * Quantile q of the last n values, 0 = lowest … 1 = highest, linear between neighbours: numpy's and pandas' default,
 * type 7 of Hyndman & Fan (1996). `quantile([1, 9, 2], 3, 0.75)` ends in 5.5.
 */
export function quantile(x: ArrayLike<number>, n: number, q: number): Float64Array {
  checkLength("quantile: n", n);
  checkRange("quantile: q", q, 0, 1);
  return rollingQuantile(x, n, q);
}
