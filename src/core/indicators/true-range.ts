import { checkColumns } from "./check.ts";
import { mapBars } from "./column.ts";

/** Range of each bar, the close before included; NaN at bar 0, which has none before. Source: Wilder (1978). */
export function trueRange(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>): Float64Array {
  checkColumns("trueRange", high, low, close);
  return mapBars(close.length, (t) => {
    const before = t === 0 ? Number.NaN : (close[t - 1] as number);
    return Math.max(high[t] as number, before) - Math.min(low[t] as number, before);
  });
}
