import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/**
 * Sum of the last n values, from bar n − 1 on. Bars are cut into blocks of n; a window is the tail of one block and the
 * head of the next, so that every sum is of additions only: no drift, and a NaN leaves with its window (a running sum
 * that subtracts what leaves would keep both for ever). Linear time, n values of memory.
 */
export function rollingSum(x: ArrayLike<number>, n: number): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const out = new Float64Array(values.length);
  const tails = emptyTails(n); // tails[j]: sum of places j … n − 1 of the block before
  for (let start = 0; start < values.length; start += n) {
    let tail = 0;
    for (let j = start > 0 ? n - 1 : 0; j > 0; j--) {
      tail += values[start - n + j] as number;
      tails[j] = tail;
    }
    const size = Math.min(n, values.length - start);
    let head = 0;
    for (let j = 0; j < size; j++) {
      head += values[start + j] as number;
      out[start + j] = finiteOrNaN((tails[j + 1] as number) + head);
    }
  }
  return out;
}

/** Tails before the first block: only that its end is empty is known, so windows that reach into it are NaN. */
export function emptyTails(n: number): Float64Array {
  const tails = emptyColumn(n + 1);
  tails[n] = 0;
  return tails;
}
