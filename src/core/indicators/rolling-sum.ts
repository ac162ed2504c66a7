import { emptyColumn, toColumn } from "./column.ts";

/**
 * Sum of the last n values, from bar n − 1 on. Bars are cut into blocks of n; a window is the tail of one block and the
 * head of the next, so that every sum is of additions only: no drift, and a NaN leaves with its window (a running sum
 * that subtracts what leaves would keep both for ever). Linear time; the tails wait in the result for their heads.
 */
export function rollingSum(x: ArrayLike<number>, n: number): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const { length } = values;
  // The first block has no block before: NaN, but for its last bar, whose window is the block itself.
  const out = emptyColumn(length, n - 1);
  for (let start = 0; start < length; start += n) {
    const end = Math.min(start + n, length);
    if (start > 0) {
      let tail = 0;
      let t = start + n - 2;
      for (; t >= end; t--) tail += values[t - n + 1] as number;
      for (; t >= start; t--) {
        tail += values[t - n + 1] as number;
        out[t] = tail;
      }
    }
    let head = 0;
    for (let t = start; t < end; t++) {
      head += values[t] as number;
      const sum = (out[t] as number) + head;
      out[t] = sum + 0 * sum; // `finiteOrNaN`, written out: V8 does not always inline it
    }
  }
  return out;
}

/** Tails before the first block: only that its end is empty is known, so windows that reach into it are NaN. */
export function emptyTails(n: number): Float64Array {
  return emptyColumn(n + 1, n);
}
