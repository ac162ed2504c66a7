import { rollingComoments } from "./rolling-comoments.ts";

/** Population covariance of the last n pairs, from bar n − 1 on; `rollingCovariance(x, x, n)` is the variance. */
export function rollingCovariance(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  return rollingComoments(a, b, n).covariance;
}
