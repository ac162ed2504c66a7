import { checkColumns, checkLength } from "./check.ts";
import { rangePlace } from "./range-place.ts";
import { rollingMean } from "./rolling-mean.ts";

/**
 * Fast stochastic oscillator: place of the close in the range of n bars, 0 … 100, and its average over m; NaN in no
 * range.
 */
export function stochastic(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
  m: number,
): { readonly k: Float64Array; readonly d: Float64Array } {
  checkLength("stochastic: n", n);
  checkLength("stochastic: m", m);
  checkColumns("stochastic", high, low, close);
  const k = rangePlace(high, low, close, n);
  return { k, d: rollingMean(k, m) };
}
