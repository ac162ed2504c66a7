import { checkLength } from "./check.ts";
import { logReturns } from "./log-returns.ts";
import { rollingMoments } from "./rolling-moments.ts";

/** Volatility a bar from closes: sample deviation (divides by n − 1) of the last n ≥ 2 log returns. */
export function closeVolatility(close: ArrayLike<number>, n: number): Float64Array {
  checkLength("closeVolatility: n", n, 2);
  const { variance } = rollingMoments(logReturns(close), n);
  for (let t = 0; t < variance.length; t++) variance[t] = Math.sqrt((variance[t] as number) * (n / (n - 1)));
  return variance;
}
