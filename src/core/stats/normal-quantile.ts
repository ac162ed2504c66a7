/// <reference path="./jstat.d.ts" />
import jstat from "jstat";

/**
 * The z with P(Z ≤ z) = p of the standard normal, for p in (0, 1); `normalQuantile(0.975)` is 1.9599639845400545.
 * Relative error below 1e-12 for p from 1e-3 to 1 − 1e-3, 1e-6 at 1e-12. RangeError outside the domain.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile wants 0 < p < 1, got ${p}`);
  return p === 0.5 ? 0 : jstat.normal.inv(p, 0, 1);
}
