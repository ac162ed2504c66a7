import { checkLength } from "./check.ts";
import { rollingArgmax } from "./rolling-argmax.ts";

/**
 * Bars since the highest of the last n values, 0 = this bar; the latest of equals. `argmax([3, 1, 2], 3)` ends in 2.
 */
export function argmax(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("argmax: n", n);
  return rollingArgmax(x, n, 1);
}
