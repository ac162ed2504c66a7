import { finiteOrNaN, toColumn } from "./column.ts";
import { rollingExtreme } from "./rolling-extreme.ts";

/**
 * Where each close stands in the range of the last n bars: 0 at the lowest low … 100 at the highest high; NaN in no
 * range.
 */
export function rangePlace(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  const closes = toColumn(close);
  const top = rollingExtreme(high, n, 1);
  const bottom = rollingExtreme(low, n, -1);
  for (let t = 0; t < top.length; t++) {
    const floor = bottom[t] as number;
    top[t] = finiteOrNaN((100 * ((closes[t] as number) - floor)) / ((top[t] as number) - floor));
  }
  return top;
}
