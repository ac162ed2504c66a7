import { checkLength } from "./check.ts";
import { rangePlace } from "./range-place.ts";
import { rollingMean } from "./rolling-mean.ts";
import { rsi } from "./rsi.ts";

/**
 * Stochastic of the RSI of n bars over the last m of its values, 0 … 100: k smoothed over `smooth` bars, d over
 * `signal` more; NaN in no range. Source: Chande & Kroll (1994), The New Technical Trader.
 */
export function stochRsi(
  x: ArrayLike<number>,
  n: number,
  m: number,
  smooth: number,
  signal: number,
): { readonly k: Float64Array; readonly d: Float64Array } {
  checkLength("stochRsi: n", n);
  checkLength("stochRsi: m", m);
  checkLength("stochRsi: smooth", smooth);
  checkLength("stochRsi: signal", signal);
  const strength = rsi(x, n);
  const k = rollingMean(rangePlace(strength, strength, strength, m), smooth);
  return { k, d: rollingMean(k, signal) };
}
