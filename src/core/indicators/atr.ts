import { checkLength } from "./check.ts";
import { exponential } from "./exponential.ts";
import { trueRange } from "./true-range.ts";

/** Average true range: Wilder's average over n bars. Source: Wilder (1978). */
export function atr(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("atr: n", n);
  const range = trueRange(high, low, close);
  return exponential(range, n, 1 / n, range);
}
