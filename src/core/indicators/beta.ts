import { checkColumns, checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { rollingComoments } from "./rolling-comoments.ts";

/** Slope of a on b over the last n ≥ 2 pairs: covariance(a, b)/variance(b); NaN where b did not vary. */
export function beta(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("beta: n", n, 2);
  checkColumns("beta", a, b);
  const { covariance, varianceB } = rollingComoments(a, b, n);
  for (let t = 0; t < covariance.length; t++) {
    covariance[t] = finiteOrNaN((covariance[t] as number) / (varianceB[t] as number));
  }
  return covariance;
}
