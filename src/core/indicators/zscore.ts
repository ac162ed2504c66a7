import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Distance of each value from the mean of the last n, in their population standard deviations; NaN where that is 0. */
export function zscore(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("zscore: n", n);
  const { mean, variance } = rollingMoments(x, n);
  return mapBars(x.length, (t) => ((x[t] as number) - (mean[t] as number)) / Math.sqrt(variance[t] as number));
}
