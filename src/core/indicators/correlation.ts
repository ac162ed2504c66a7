import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingCovariance } from "./rolling-covariance.ts";
import { stdev } from "./stdev.ts";

/** Pearson correlation of the last n ≥ 2 pairs, in [−1, 1]; NaN where either column did not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("correlation: n", n, 2);
  checkColumns("correlation", a, b);
  const covariance = rollingCovariance(a, b, n);
  const sdA = stdev(a, n);
  const sdB = stdev(b, n);
  return mapBars(a.length, (t) => {
    const r = (covariance[t] as number) / (sdA[t] as number) / (sdB[t] as number);
    return Math.max(-1, Math.min(1, r));
  });
}
