import { checkLength } from "./check.ts";
import { emptyColumn, toColumn } from "./column.ts";
import { orderWindow } from "./order-window.ts";

/** Percentage of the n values before each bar that are at most its own, 0 … 100. [1, 3, 2] with n = 2 ends in 50. */
export function percentRank(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("percentRank: n", n);
  const out = emptyColumn(x.length);
  if (n >= x.length) return out;
  const values = toColumn(x);
  const window = orderWindow(n);
  for (let t = 0; t < values.length; t++) {
    const value = values[t] as number;
    if (!Number.isFinite(value)) window.clear();
    else if (window.size < n) window.add(value);
    else {
      out[t] = (100 * window.countAtMost(value)) / n;
      window.replace(values[t - n] as number, value);
    }
  }
  return out;
}
