import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { highest } from "./highest.ts";
import { lowest } from "./lowest.ts";

/** Donchian's channel: highest high and lowest low of n bars, this one included, and the middle between them. */
export function donchian(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  n: number,
): { readonly upper: Float64Array; readonly middle: Float64Array; readonly lower: Float64Array } {
  checkLength("donchian: n", n);
  checkColumns("donchian", high, low);
  const upper = highest(high, n);
  const lower = lowest(low, n);
  return { upper, middle: mapBars(high.length, (t) => ((upper[t] as number) + (lower[t] as number)) / 2), lower };
}
