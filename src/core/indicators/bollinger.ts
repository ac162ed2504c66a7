import type { Bands } from "./bands.ts";
import { checkFactor, checkLength } from "./check.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Bollinger's bands: the average of n values, plus and minus k population standard deviations. */
export function bollinger(x: ArrayLike<number>, n: number, k: number): Bands {
  checkLength("bollinger: n", n);
  checkFactor("bollinger: k", k);
  const { mean: middle, variance: lower } = rollingMoments(x, n);
  const upper = new Float64Array(middle.length);
  for (let t = 0; t < middle.length; t++) {
    const centre = middle[t] as number;
    const half = k * Math.sqrt(lower[t] as number);
    const above = centre + half;
    const below = centre - half;
    upper[t] = above + 0 * above; // `finiteOrNaN`, written out
    lower[t] = below + 0 * below;
  }
  return { middle, upper, lower };
}
