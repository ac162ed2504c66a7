import { checkLength } from "./check.ts";
import { finiteOrNaN, toColumn } from "./column.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Distance of each value from the mean of the last n, in their population standard deviations; NaN where that is 0. */
export function zscore(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("zscore: n", n);
  const values = toColumn(x);
  const { mean, variance } = rollingMoments(values, n);
  for (let t = 0; t < mean.length; t++) {
    mean[t] = finiteOrNaN(((values[t] as number) - (mean[t] as number)) / Math.sqrt(variance[t] as number));
  }
  return mean;
}
