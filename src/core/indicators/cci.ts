import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN } from "./column.ts";
import { orderWindow } from "./order-window.ts";
import { rollingMean } from "./rolling-mean.ts";
import { typicalPrice } from "./typical-price.ts";

/**
 * Commodity channel index: distance of the typical price from its mean of n bars, over 0.015 times the mean absolute
 * distance from that mean; NaN where that is 0. Source: Lambert (1980).
 */
export function cci(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("cci: n", n);
  checkColumns("cci", high, low, close);
  const price = typicalPrice(high, low, close);
  const mean = rollingMean(price, n);
  const deviation = n > longestLoop ? deviationsByOrder(price, mean, n) : deviations(price, mean, n);
  for (let t = 0; t < price.length; t++) {
    const distance = (price[t] as number) - (mean[t] as number);
    mean[t] = finiteOrNaN(distance / (0.015 * ((deviation[t] as number) / n)));
  }
  return mean;
}

/** Up to here adding up the window anew costs less than keeping it in order. */
const longestLoop = 200;

/** Sum of |x − mean| over the last n values. */
function deviations(x: Float64Array, mean: Float64Array, n: number): Float64Array {
  const out = emptyColumn(x.length);
  for (let t = n - 1; t < x.length; t++) {
    const centre = mean[t] as number;
    let sum = 0;
    for (let i = t - n + 1; i <= t; i++) sum += Math.abs((x[i] as number) - centre);
    out[t] = sum;
  }
  return out;
}

/** The same in O(log n) a bar: what lies above the mean adds up to what lies below it. */
function deviationsByOrder(x: Float64Array, mean: Float64Array, n: number): Float64Array {
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const window = orderWindow(n);
  for (let t = 0; t < x.length; t++) {
    const value = x[t] as number;
    if (!Number.isFinite(value)) {
      window.clear();
      continue;
    }
    if (window.size < n) window.add(value);
    else window.replace(x[t - n] as number, value);
    if (window.size < n) continue;
    const below = window.countAtMost(mean[t] as number);
    out[t] = 2 * (below * (mean[t] as number) - window.sumOfFirst(below));
  }
  return out;
}
