import { checkColumns, checkLength } from "./check.ts";
import { rollingComoment } from "./rolling-comoment.ts";

/** Slope of a on b over the last n ≥ 2 pairs: covariance(a, b)/variance(b); NaN where b did not vary. */
export function beta(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("beta: n", n, 2);
  checkColumns("beta", a, b);
  return rollingComoment(a, b, n, "slope");
}
