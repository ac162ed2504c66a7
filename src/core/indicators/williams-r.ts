import { checkColumns, checkLength } from "./check.ts";
import { rangePlace } from "./range-place.ts";

/** Williams' %R: −100 at the lowest low of n bars, 0 at the highest high; NaN in no range. */
export function williamsR(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("williamsR: n", n);
  checkColumns("williamsR", high, low, close);
  const out = rangePlace(high, low, close, n);
  for (let t = 0; t < out.length; t++) out[t] = (out[t] as number) - 100;
  return out;
}
