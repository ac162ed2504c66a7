import { emptyColumn, toColumn } from "./column.ts";
import { emptyTails } from "./rolling-sum.ts";

/**
 * From bar n − 1 on, Σ (a + b·i)·x over the last n values, i = 0 for the oldest … n − 1 for the newest, with weights
 * that sum to 1 (`total` 1: an average) or to 0 (`total` 0: a slope). Blocks and pivot as in `rollingMean`; the
 * weighted sum of a tail grows by the plain sum with each place that it starts earlier, so that this, too, is of
 * additions only.
 */
export function rollingLine(x: ArrayLike<number>, n: number, a: number, b: number, total: 0 | 1): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const out = new Float64Array(values.length);
  const tails = emptyTails(n);
  for (let start = 0; start < values.length; start += n) {
    const pivot = values[start] as number;
    let tail = 0;
    let weighted = 0;
    for (let j = start > 0 ? n - 1 : 0; j > 0; j--) {
      weighted += tail;
      tail += (values[start - n + j] as number) - pivot;
      tails[j] = a * tail + b * weighted;
    }
    const size = Math.min(n, values.length - start);
    const base = total * pivot;
    let head = 0;
    let headWeighted = 0;
    for (let j = 0; j < size; j++) {
      const distance = (values[start + j] as number) - pivot;
      head += distance;
      headWeighted += j * distance;
      const line = (a + b * (n - 1 - j)) * head + b * headWeighted;
      const value = base + ((tails[j + 1] as number) + line);
      out[start + j] = value + 0 * value; // `finiteOrNaN`, written out
    }
  }
  return out;
}
