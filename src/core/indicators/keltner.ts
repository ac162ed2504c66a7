import { atr } from "./atr.ts";
import { checkFactor, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { ema } from "./ema.ts";

/** Keltner's channel: EMA of the close over n bars, plus and minus k average true ranges of n bars. */
export function keltner(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
  k: number,
): { readonly middle: Float64Array; readonly upper: Float64Array; readonly lower: Float64Array } {
  checkLength("keltner: n", n);
  checkFactor("keltner: k", k);
  const middle = ema(close, n);
  const width = atr(high, low, close, n);
  return {
    middle,
    upper: mapBars(close.length, (t) => (middle[t] as number) + k * (width[t] as number)),
    lower: mapBars(close.length, (t) => (middle[t] as number) - k * (width[t] as number)),
  };
}
