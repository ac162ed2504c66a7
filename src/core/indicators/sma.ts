import { checkLength } from "./check.ts";
import { rollingSum } from "./rolling-sum.ts";

/** Simple moving average of n values. `sma([1, 2, 3, 5], 2)` is [NaN, 1.5, 2.5, 4]. */
export function sma(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("sma: n", n);
  const out = rollingSum(x, n);
  for (let t = 0; t < out.length; t++) out[t] = (out[t] as number) / n;
  return out;
}
