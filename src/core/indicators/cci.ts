import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingMoments } from "./rolling-moments.ts";
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
  const { mean } = rollingMoments(price, n);
  return mapBars(price.length, (t) => {
    const centre = mean[t] as number;
    if (Number.isNaN(centre)) return Number.NaN;
    let deviation = 0;
    for (let i = t - n + 1; i <= t; i++) deviation += Math.abs((price[i] as number) - centre);
    return ((price[t] as number) - centre) / (0.015 * (deviation / n));
  });
}
