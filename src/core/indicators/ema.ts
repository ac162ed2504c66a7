import { checkLength } from "./check.ts";
import { exponential } from "./exponential.ts";

/** Exponential moving average, weight 2/(n + 1), starting from the mean of n values (as TA-Lib does). */
export function ema(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("ema: n", n);
  return exponential(x, n, 2 / (n + 1));
}
