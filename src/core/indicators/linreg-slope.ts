import { checkLength } from "./check.ts";
import { rollingLine } from "./rolling-line.ts";

/** Slope per bar of the least-squares line through the last n ≥ 2 values. `linregSlope([1, 2, 4], 3)` ends in 1.5. */
export function linregSlope(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("linregSlope: n", n, 2);
  const squares = (n * (n * n - 1)) / 12; // of n consecutive whole numbers, around their mean
  return rollingLine(x, n, -(n - 1) / 2 / squares, 1 / squares, 0);
}
