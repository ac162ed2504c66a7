import { checkFactor, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { sma } from "./sma.ts";
import { stdev } from "./stdev.ts";

/** Bollinger's bands: the average of n values, plus and minus k population standard deviations. */
export function bollinger(
  x: ArrayLike<number>,
  n: number,
  k: number,
): { readonly middle: Float64Array; readonly upper: Float64Array; readonly lower: Float64Array } {
  checkLength("bollinger: n", n);
  checkFactor("bollinger: k", k);
  const middle = sma(x, n);
  const width = stdev(x, n);
  return {
    middle,
    upper: mapBars(x.length, (t) => (middle[t] as number) + k * (width[t] as number)),
    lower: mapBars(x.length, (t) => (middle[t] as number) - k * (width[t] as number)),
  };
}
