import { checkColumns, checkLength } from "./check.ts";
import { rollingComoment } from "./rolling-comoment.ts";

/** Pearson correlation of the last n ≥ 2 pairs, in [−1, 1]; NaN where either column did not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  checkLength("correlation: n", n, 2);
  checkColumns("correlation", a, b);
  return rollingComoment(a, b, n, "correlation");
}
