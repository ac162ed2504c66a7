import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingCovariance } from "./rolling-covariance.ts";
import { sma } from "./sma.ts";

/**
 * Linearly weighted moving average: weights 1 … n, the newest n. Written as mean + covariance with the bar number, which
 * is the same sum: Σ j·x/(n(n+1)/2) = mean + 2·cov/(n + 1). `wma([1, 2, 4], 2)` is [NaN, 5/3, 10/3].
 */
export function wma(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("wma: n", n);
  const mean = sma(x, n);
  const bar = mapBars(x.length, (t) => t);
  const covariance = rollingCovariance(x, bar, n);
  return mapBars(x.length, (t) => (mean[t] as number) + (2 * (covariance[t] as number)) / (n + 1));
}
