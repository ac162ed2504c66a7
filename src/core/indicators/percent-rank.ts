import { checkLength } from "./check.ts";
import { emptyColumn } from "./column.ts";
import { SortedWindow } from "./sorted-window.ts";

/** Percentage of the n values before each bar that are at most its own, 0 … 100. [1, 3, 2] with n = 2 ends in 50. */
export function percentRank(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("percentRank: n", n);
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const window = new SortedWindow(n);
  for (let t = 0; t < x.length; t++) {
    const value = x[t] as number;
    if (!Number.isFinite(value)) {
      window.clear();
      continue;
    }
    if (window.size === n) {
      out[t] = (100 * window.countAtMost(value)) / n;
      window.remove(x[t - n] as number);
    }
    window.add(value);
  }
  return out;
}
