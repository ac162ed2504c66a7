import { rollingComoment } from "./rolling-comoment.ts";

/** Population covariance of the last n pairs, from bar n − 1 on; `rollingCovariance(x, x, n)` is the variance. */
export function rollingCovariance(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  return rollingComoment(a, b, n, "covariance");
}
