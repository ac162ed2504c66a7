import { checkLength } from "./check.ts";
import { exponential } from "./exponential.ts";

/** Wilder's average, weight 1/n, starting from the mean of n values. Source: Wilder (1978), New Concepts. */
export function wilder(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("wilder: n", n);
  return exponential(x, n, 1 / n);
}
