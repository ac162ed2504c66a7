import { type Bands, bands } from "./bands.ts";
import { checkFactor, checkLength } from "./check.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Bollinger's bands: the average of n values, plus and minus k population standard deviations. */
export function bollinger(x: ArrayLike<number>, n: number, k: number): Bands {
  checkLength("bollinger: n", n);
  checkFactor("bollinger: k", k);
  const { mean, variance } = rollingMoments(x, n);
  for (let t = 0; t < variance.length; t++) variance[t] = Math.sqrt(variance[t] as number);
  return bands(mean, variance, k);
}
