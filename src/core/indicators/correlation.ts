import { checkColumns, checkLength } from "./check.ts";
import { rollingComoments } from "./rolling-comoments.ts";

/** Pearson correlation of the last n ≥ 2 pairs, in [−1, 1]; NaN where either column did not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("correlation: n", n, 2);
  checkColumns("correlation", a, b);
  const { covariance, varianceA, varianceB } = rollingComoments(a, b, n);
  for (let t = 0; t < covariance.length; t++) {
    const spread = Math.sqrt(varianceA[t] as number) * Math.sqrt(varianceB[t] as number);
    const r = (covariance[t] as number) / spread;
    covariance[t] = spread > 0 ? Math.max(-1, Math.min(1, r)) : Number.NaN;
  }
  return covariance;
}
