import { emptyColumn } from "./column.ts";

/**
 * Highest (`pick` = Math.max) or lowest (`pick` = Math.min) of the last n values, from bar n − 1 on; NaN while the window
 * holds a NaN. Tails and heads of blocks of n, as in `rollingSum` (van Herk 1992): linear time for every n.
 */
export function rollingExtreme(x: ArrayLike<number>, n: number, pick: (a: number, b: number) => number): Float64Array {
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const neutral = pick(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY) > 0 ? -Infinity : Infinity;
  const tail = new Float64Array(n + 1).fill(neutral);
  for (let start = 0; start < x.length; start += n) {
    const size = Math.min(n, x.length - start);
    let head = neutral;
    for (let j = 0; j < size; j++) {
      head = pick(head, finiteOrNaN(x[start + j] as number));
      if (start + j >= n - 1) out[start + j] = pick(tail[j + 1] as number, head);
    }
    if (size < n) break;
    for (let j = n - 1; j >= 0; j--) tail[j] = pick(tail[j + 1] as number, finiteOrNaN(x[start + j] as number));
  }
  return out;
}

function finiteOrNaN(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
