import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/**
 * Highest (`sign` 1) or lowest (`sign` −1) of the last n values, from bar n − 1 on; NaN while the window holds a NaN.
 * Tails and heads of blocks of n, as in `rollingSum` (van Herk 1992): three comparisons a bar for every n, easier to
 * predict than those of a monotone queue.
 */
export function rollingExtreme(x: ArrayLike<number>, n: number, sign: 1 | -1): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const out = new Float64Array(values.length);
  const tails = emptyColumn(n + 1);
  tails[n] = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < values.length; start += n) {
    let tail = Number.NEGATIVE_INFINITY;
    for (let j = start > 0 ? n - 1 : 0; j > 0; j--) {
      tail = larger(tail, finiteOrNaN((values[start - n + j] as number) * sign));
      tails[j] = tail;
    }
    const size = Math.min(n, values.length - start);
    let head = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < size; j++) {
      head = larger(head, finiteOrNaN((values[start + j] as number) * sign));
      out[start + j] = larger(tails[j + 1] as number, head) * sign;
    }
  }
  return out;
}

/** The larger one, NaN if either is: Math.max without its care for the sign of 0. */
function larger(a: number, b: number): number {
  if (a > b) return a;
  return Number.isNaN(a) ? a : b;
}
