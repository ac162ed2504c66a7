import { checkColumns } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/**
 * Range of each bar, the close before included: max(high, before) − min(low, before); NaN at bar 0, which has none
 * before. Source: Wilder (1978).
 */
export function trueRange(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>): Float64Array {
  checkColumns("trueRange", high, low, close);
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const closes = toColumn(close);
  const { length } = closes;
  const out = emptyColumn(length, 1);
  for (let t = 1; t < length; t++) {
    out[t] = finiteOrNaN(rangeOf(tops[t] as number, bottoms[t] as number, closes[t - 1] as number));
  }
  return out;
}

/** The range of a bar and the close before it: its own, and the gap above or below it, found without a branch. */
export function rangeOf(high: number, low: number, before: number): number {
  const above = before - high;
  const below = low - before;
  return high - low + (above + Math.abs(above)) * 0.5 + (below + Math.abs(below)) * 0.5;
}
