import { checkLength } from "./check.ts";
import { emptyColumn } from "./column.ts";
import { SortedWindow } from "./sorted-window.ts";

/** Rolling median of n values; the mean of the middle two for even n. `median([1, 9, 2], 3)` is [NaN, NaN, 2]. */
export function median(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("median: n", n);
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const window = new SortedWindow(n);
  for (let t = 0; t < x.length; t++) {
    const value = x[t] as number;
    if (!Number.isFinite(value)) {
      window.clear();
      continue;
    }
    if (window.size === n) window.remove(x[t - n] as number);
    window.add(value);
    if (window.size === n) out[t] = (window.at((n - 1) >> 1) + window.at(n >> 1)) / 2;
  }
  return out;
}
