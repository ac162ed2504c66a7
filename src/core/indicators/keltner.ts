import { atr } from "./atr.ts";
import { type Bands, bands } from "./bands.ts";
import { checkFactor, checkLength } from "./check.ts";
import { ema } from "./ema.ts";

/** Keltner's channel: EMA of the close over n bars, plus and minus k average true ranges of n bars. */
export function keltner(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
  k: number,
): Bands {
  checkLength("keltner: n", n);
  checkFactor("keltner: k", k);
  return bands(ema(close, n), atr(high, low, close, n), k);
}
