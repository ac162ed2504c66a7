import { checkLength } from "./check.ts";
import { rollingArgmax } from "./rolling-argmax.ts";

/** Bars since the lowest of the last n values, 0 = this bar; the latest of equals. `argmin([3, 1, 2], 3)` ends in 1. */
export function argmin(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("argmin: n", n);
  return rollingArgmax(x, n, -1);
}
