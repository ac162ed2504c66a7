import { emptyColumn } from "./column.ts";

/**
 * Sum of the last n values, from bar n − 1 on. Bars are cut into blocks of n; a window is the tail of one block and the
 * head of the next, so that every sum is of additions only: no drift, and a NaN leaves with its window (a running sum
 * that subtracts what leaves would keep both for ever). Linear time, n values of memory.
 */
export function rollingSum(x: ArrayLike<number>, n: number): Float64Array {
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const tail = new Float64Array(n + 1); // tail[j]: sum of places j … n − 1 of the block before
  for (let start = 0; start < x.length; start += n) {
    const size = Math.min(n, x.length - start);
    let head = 0;
    for (let j = 0; j < size; j++) {
      head += x[start + j] as number;
      const sum = (tail[j + 1] as number) + head;
      if (start + j >= n - 1 && Number.isFinite(sum)) out[start + j] = sum;
    }
    if (size < n) break;
    for (let j = n - 1; j >= 0; j--) tail[j] = (tail[j + 1] as number) + (x[start + j] as number);
  }
  return out;
}
