import { atr } from "./atr.ts";
import { checkLength } from "./check.ts";
import { finiteOrNaN, toColumn } from "./column.ts";

/** Average true range of n bars in percent of the close. */
export function natr(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("natr: n", n);
  const closes = toColumn(close);
  const out = atr(high, low, closes, n);
  for (let t = 0; t < out.length; t++) {
    const price = finiteOrNaN(closes[t] as number); // divided by infinity a range would be 0
    out[t] = finiteOrNaN((100 * (out[t] as number)) / price);
  }
  return out;
}
