import { checkLength } from "./check.ts";
import { rollingExtreme } from "./rolling-extreme.ts";

/** Lowest of the last n values. `lowest([3, 1, 2], 2)` is [NaN, 1, 1]. */
export function lowest(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("lowest: n", n);
  return rollingExtreme(x, n, -1);
}
