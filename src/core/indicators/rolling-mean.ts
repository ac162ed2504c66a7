import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { emptyTails } from "./rolling-sum.ts";

/**
 * Mean of the last n values, from bar n − 1 on, by the blocks of `rollingSum`, of distances from the block's first
 * value. That value is in every window that ends in the block, so equal values have exactly their own mean (a flat
 * price never crosses its average by a rounding error), and a NaN there makes no window NaN that does not hold it.
 */
export function rollingMean(x: ArrayLike<number>, n: number): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const out = new Float64Array(values.length);
  const tails = emptyTails(n);
  const share = 1 / n;
  for (let start = 0; start < values.length; start += n) {
    const pivot = values[start] as number;
    let tail = 0;
    for (let j = start > 0 ? n - 1 : 0; j > 0; j--) {
      tail += (values[start - n + j] as number) - pivot;
      tails[j] = tail;
    }
    const size = Math.min(n, values.length - start);
    let head = 0;
    for (let j = 0; j < size; j++) {
      head += (values[start + j] as number) - pivot;
      out[start + j] = finiteOrNaN(pivot + ((tails[j + 1] as number) + head) * share);
    }
  }
  return out;
}
