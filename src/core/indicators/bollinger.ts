import type { Bands } from "./bands.ts";
import { checkFactor, checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
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
    upper[t] = finiteOrNaN(centre + half);
    lower[t] = finiteOrNaN(centre - half);
  }
  return { middle, upper, lower };
}
