import { checkColumns, checkLength } from "./check.ts";
import { type MidRange, midRange } from "./mid-range.ts";

/** Donchian's channel: highest high and lowest low of n bars, this one included, and the middle between them. */
export function donchian(high: ArrayLike<number>, low: ArrayLike<number>, n: number): MidRange {
  checkLength("donchian: n", n);
  checkColumns("donchian", high, low);
  return midRange(high, low, n);
}
