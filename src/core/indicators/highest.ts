import { checkLength } from "./check.ts";
import { rollingExtreme } from "./rolling-extreme.ts";

/** Highest of the last n values. `highest([3, 1, 2], 2)` is [NaN, 3, 2]. */
export function highest(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("highest: n", n);
  return rollingExtreme(x, n, 1);
}
