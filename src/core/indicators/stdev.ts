import { checkLength } from "./check.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Population standard deviation of n values (divides by n, as Bollinger's bands do); 0 for equal values. */
export function stdev(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("stdev: n", n);
  const { variance } = rollingMoments(x, n);
  for (let t = 0; t < variance.length; t++) variance[t] = Math.sqrt(variance[t] as number);
  return variance;
}
