import { logRatio } from "./log-ratio.ts";

/** ln(x[t]/x[t − 1]); NaN unless both are above 0. */
export function logReturns(x: ArrayLike<number>): Float64Array {
  return logRatio(x, x, 1);
}
