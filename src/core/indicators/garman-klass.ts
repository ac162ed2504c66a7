import { checkColumns, checkLength } from "./check.ts";
import { logRatio } from "./log-ratio.ts";
import { rollingMean } from "./rolling-mean.ts";

/**
 * Volatility a bar from open, high, low and close: √ of the mean over n bars of ln(high/low)²/2 − (2 ln 2 −
 * 1)·ln(close/open)². Source: Garman & Klass (1980).
 */
export function garmanKlass(
  open: ArrayLike<number>,
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("garmanKlass: n", n);
  checkColumns("garmanKlass", open, high, low, close);
  const range = logRatio(high, low, 0);
  const body = logRatio(close, open, 0);
  for (let t = 0; t < range.length; t++) {
    range[t] = (range[t] as number) ** 2 / 2 - (2 * Math.LN2 - 1) * (body[t] as number) ** 2;
  }
  const out = rollingMean(range, n);
  for (let t = 0; t < out.length; t++) out[t] = Math.sqrt(out[t] as number);
  return out;
}
