import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/**
 * Highest (`sign` 1) or lowest (`sign` −1) of the last n values, from bar n − 1 on; NaN while the window holds a NaN.
 * Tails and heads of blocks of n, as in `rollingSum` (van Herk 1992): three comparisons a bar for every n, easier to
 * predict than those of a monotone queue.
 */
export function rollingExtreme(x: ArrayLike<number>, n: number, sign: 1 | -1): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const { length } = values;
  const out = emptyColumn(length, n - 1);
  for (let start = 0; start < length; start += n) {
    const end = Math.min(start + n, length);
    // No part of the block before is in the window of the block's last bar.
    if (end === start + n) out[end - 1] = Number.NEGATIVE_INFINITY;
    if (start > 0) {
      let tail = Number.NEGATIVE_INFINITY;
      let t = start + n - 2;
      for (; t >= end; t--) tail = Math.max(tail, finiteOrNaN((values[t - n + 1] as number) * sign));
      for (; t >= start; t--) {
        const value = (values[t - n + 1] as number) * sign;
        tail = Math.max(tail, value + 0 * value); // `finiteOrNaN`, written out
        out[t] = tail;
      }
    }
    let head = Number.NEGATIVE_INFINITY;
    for (let t = start; t < end; t++) {
      const value = (values[t] as number) * sign;
      head = Math.max(head, value + 0 * value);
      out[t] = Math.max(out[t] as number, head) * sign;
    }
  }
  return out;
}
