import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { highest } from "./highest.ts";
import { lowest } from "./lowest.ts";

/** Williams' %R: −100 at the lowest low of n bars, 0 at the highest high; NaN in no range. */
export function williamsR(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("williamsR: n", n);
  checkColumns("williamsR", high, low, close);
  const top = highest(high, n);
  const bottom = lowest(low, n);
  return mapBars(
    close.length,
    (t) => (100 * ((close[t] as number) - (top[t] as number))) / ((top[t] as number) - (bottom[t] as number)),
  );
}
