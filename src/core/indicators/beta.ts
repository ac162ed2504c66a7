import { checkColumns, checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { rollingCovariance } from "./rolling-covariance.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Slope of a on b over the last n ≥ 2 pairs: covariance(a, b)/variance(b); NaN where b did not vary. */
export function beta(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("beta: n", n, 2);
  checkColumns("beta", a, b);
  const out = rollingCovariance(a, b, n);
  const { variance } = rollingMoments(b, n);
  for (let t = 0; t < out.length; t++) out[t] = finiteOrNaN((out[t] as number) / (variance[t] as number));
  return out;
}
