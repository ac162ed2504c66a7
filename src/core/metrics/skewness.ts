import { type CentralMoments, centralMoments } from "./central-moments.ts";
import { finite } from "./finite.ts";
import { smallestDeviation } from "./standard-deviation.ts";

/**
 * Skewness m3/m2^1.5 of the per-bar returns, from population moments; null under 2 returns or where √m2 < 1e-12.
 * Equals scipy's `skew`; pandas' and Excel's correct for sample size. `skewness([2, 8, 0, 4, 1, 9, 9, 0])` is 0.2651….
 */
export function skewness(returns: ArrayLike<number>): number | null {
  return skewnessOf(centralMoments(returns), returns.length);
}

/** `skewness` from the central moments of the returns and their number. */
export function skewnessOf({ m2, m3 }: CentralMoments, returns: number): number | null {
  return returns >= 2 && Math.sqrt(m2) >= smallestDeviation ? finite(m3 / m2 ** 1.5) : null;
}
