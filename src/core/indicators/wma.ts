import { checkLength } from "./check.ts";
import { rollingLine } from "./rolling-line.ts";

/** Linearly weighted moving average: weights 1 … n, the newest n. `wma([1, 2, 4], 2)` is [NaN, 5/3, 10/3]. */
export function wma(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("wma: n", n);
  const weights = (n * (n + 1)) / 2;
  return rollingLine(x, n, 1 / weights, 1 / weights, 1);
}
