import { emptyColumn, toColumn } from "./column.ts";

/**
 * From bar n − 1 on, Σ (a + b·i)·x over the last n values, i = 0 for the oldest … n − 1 for the newest, with weights
 * that sum to 1 (`total` 1: an average) or to 0 (`total` 0: a slope). Blocks and pivot as in `rollingMean`. The
 * weighted sum of a tail grows by the plain sum with each place that it starts earlier, that of a head falls by b times
 * the plain sum with each bar that comes: both are of additions within one block, so that nothing stays behind.
 */
export function rollingLine(x: ArrayLike<number>, n: number, a: number, b: number, total: 0 | 1): Float64Array {
  if (n > x.length) return emptyColumn(x.length);
  const values = toColumn(x);
  const { length } = values;
  const out = emptyColumn(length, n - 1);
  const newest = a + b * (n - 1);
  for (let start = 0; start < length; start += n) {
    const end = Math.min(start + n, length);
    const pivot = values[start] as number;
    if (start > 0) {
      let tail = 0;
      let weighted = 0;
      let t = start + n - 2;
      for (; t >= end; t--) {
        weighted += tail;
        tail += (values[t - n + 1] as number) - pivot;
      }
      for (; t >= start; t--) {
        weighted += tail;
        tail += (values[t - n + 1] as number) - pivot;
        out[t] = a * tail + b * weighted;
      }
    }
    const base = total * pivot;
    let head = 0;
    let heads = 0; // of the bars before
    for (let t = start; t < end; t++) {
      head += (values[t] as number) - pivot;
      const line = base + ((out[t] as number) + (newest * head - b * heads));
      heads += head;
      out[t] = line + 0 * line; // `finiteOrNaN`, written out
    }
  }
  return out;
}
