import { checkColumns, checkLength } from "./check.ts";
import { rollingCovariance } from "./rolling-covariance.ts";
import { stdev } from "./stdev.ts";

/** Pearson correlation of the last n ≥ 2 pairs, in [−1, 1]; NaN where either column did not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("correlation: n", n, 2);
  checkColumns("correlation", a, b);
  const out = rollingCovariance(a, b, n);
  const sdA = stdev(a, n);
  const sdB = stdev(b, n);
  for (let t = 0; t < out.length; t++) {
    const spread = (sdA[t] as number) * (sdB[t] as number);
    const r = (out[t] as number) / spread;
    out[t] = spread > 0 ? Math.max(-1, Math.min(1, r)) : Number.NaN;
  }
  return out;
}
