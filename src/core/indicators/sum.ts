import { checkLength } from "./check.ts";
import { rollingSum } from "./rolling-sum.ts";

/** Sum of the last n values. `sum([1, 2, 3], 2)` is [NaN, 3, 5]. */
export function sum(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("sum: n", n);
  return rollingSum(x, n);
}
