import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingCovariance } from "./rolling-covariance.ts";

/** Slope per bar of the least-squares line through the last n ≥ 2 values. `linregSlope([1, 2, 4], 3)` ends in 1.5. */
export function linregSlope(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("linregSlope: n", n, 2);
  const bar = mapBars(x.length, (t) => t);
  const covariance = rollingCovariance(x, bar, n);
  const variance = (n * n - 1) / 12; // of n consecutive whole numbers
  return mapBars(x.length, (t) => (covariance[t] as number) / variance);
}
