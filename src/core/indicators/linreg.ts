import { checkLength } from "./check.ts";
import { rollingLine } from "./rolling-line.ts";

/** Last point of the least-squares line through the last n ≥ 2 values. `linreg([1, 2, 4], 3)` ends in 23/6. */
export function linreg(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("linreg: n", n, 2);
  const squares = (n * (n * n - 1)) / 12;
  const middle = (n - 1) / 2;
  return rollingLine(x, n, 1 / n - (middle * middle) / squares, middle / squares, 1);
}
