import { emptyColumn, toColumn } from "./column.ts";
import { emptyTails } from "./rolling-sum.ts";

/** Mean and population variance of rolling windows. */
export interface RollingMoments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Mean and population variance of the last n values, from bar n − 1 on: the blocks of `rollingMean`, and the squares of
 * the same distances. As the block's first value is in the window, its distance from the mean is at most √n deviations,
 * and the difference of the two sums keeps its digits whatever the level of x; equal values give exactly 0.
 */
export function rollingMoments(x: ArrayLike<number>, n: number): RollingMoments {
  if (n > x.length) return { mean: emptyColumn(x.length), variance: emptyColumn(x.length) };
  const values = toColumn(x);
  const mean = new Float64Array(values.length);
  const variance = new Float64Array(values.length);
  const share = 1 / n;
  const tails = emptyTails(n);
  const tailSquares = emptyTails(n);
  for (let start = 0; start < values.length; start += n) {
    const pivot = values[start] as number;
    if (start > 0) fillTails(values, start, pivot, tails, tailSquares);
    const size = Math.min(n, values.length - start);
    let head = 0;
    let squares = 0;
    for (let j = 0; j < size; j++) {
      const distance = (values[start + j] as number) - pivot;
      head += distance;
      squares += distance * distance;
      const sum = (tails[j + 1] as number) + head;
      const centre = pivot + sum * share;
      mean[start + j] = centre + 0 * centre; // `finiteOrNaN`, written out
      const spread = (tailSquares[j + 1] as number) + squares - sum * sum * share;
      const square = spread < 0 ? 0 : spread * share;
      variance[start + j] = square + 0 * square;
    }
  }
  return { mean, variance };
}

/**
 * Sums, over places j … n − 1 of the block that ends before `start`, of the distances from `pivot` and of their
 * squares.
 */
export function fillTails(
  values: Float64Array,
  start: number,
  pivot: number,
  tails: Float64Array,
  tailSquares: Float64Array,
): void {
  let tail = 0;
  let squares = 0;
  const n = tails.length - 1;
  for (let j = n - 1; j > 0; j--) {
    const distance = (values[start - n + j] as number) - pivot;
    tail += distance;
    squares += distance * distance;
    tails[j] = tail;
    tailSquares[j] = squares;
  }
}
