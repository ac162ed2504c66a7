import { emptyColumn, toColumn } from "./column.ts";

/**
 * Mean of the last n values, from bar n − 1 on, by the blocks of `rollingSum`, of distances from the block's first
 * value. That value is in every window that ends in the block, so equal values have exactly their own mean (a flat
 * price never crosses its average by a rounding error), and a NaN there makes no window NaN that does not hold it.
 */
export function rollingMean(x: ArrayLike<number>, n: number): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const { length } = values;
  const out = emptyColumn(length, n - 1);
  const share = 1 / n;
  for (let start = 0; start < length; start += n) {
    const end = Math.min(start + n, length);
    const pivot = values[start] as number;
    if (start > 0) {
      let tail = 0;
      let t = start + n - 2;
      for (; t >= end; t--) tail += (values[t - n + 1] as number) - pivot;
      for (; t >= start; t--) {
        tail += (values[t - n + 1] as number) - pivot;
        out[t] = tail;
      }
    }
    let head = 0;
    for (let t = start; t < end; t++) {
      head += (values[t] as number) - pivot;
      const mean = pivot + ((out[t] as number) + head) * share;
      out[t] = mean + 0 * mean;
    }
  }
  return out;
}
