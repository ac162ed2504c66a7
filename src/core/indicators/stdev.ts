import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Population standard deviation of n values (divides by n, as Bollinger's bands do); 0 for equal values. */
export function stdev(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("stdev: n", n);
  const { variance } = rollingMoments(x, n);
  return mapBars(x.length, (t) => Math.sqrt(variance[t] as number));
}
