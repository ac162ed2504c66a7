import { checkLength } from "./check.ts";
import { emptyColumn, toColumn } from "./column.ts";
import { fillTails } from "./rolling-moments.ts";
import { emptyTails } from "./rolling-sum.ts";

/**
 * Distance of each value from the mean of the last n, in their population standard deviations; NaN where that is 0. By
 * the blocks of `rollingMoments`: value and mean are compared as distances from the block's first value, not at their
 * level, where the mean would lose the digits that tell them apart.
 */
export function zscore(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("zscore: n", n);
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const out = new Float64Array(values.length);
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
      const spread = (tailSquares[j + 1] as number) + squares - sum * sum * share;
      const score = (distance - sum * share) / Math.sqrt(spread < 0 ? 0 : spread * share);
      out[start + j] = score + 0 * score; // `finiteOrNaN`, written out
    }
  }
  return out;
}
