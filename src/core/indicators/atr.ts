import { checkLength } from "./check.ts";
import { trueRange } from "./true-range.ts";
import { wilder } from "./wilder.ts";

/** Average true range: Wilder's average over n bars. Source: Wilder (1978). */
export function atr(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("atr: n", n);
  return wilder(trueRange(high, low, close), n);
}
