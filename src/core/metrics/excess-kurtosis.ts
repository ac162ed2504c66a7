import { type CentralMoments, centralMoments } from "./central-moments.ts";
import { finite } from "./finite.ts";
import { smallestDeviation } from "./standard-deviation.ts";

/**
 * Excess kurtosis m4/m2² − 3 of the per-bar returns, from population moments; ≥ −2, 0 for a normal distribution; null
 * under 2 returns or where √m2 < 1e-12. Equals scipy's `kurtosis`; pandas' and Excel's correct for sample size.
 * `excessKurtosis([2, 8, 0, 4, 1, 9, 9, 0])` is −1.6661….
 */
export function excessKurtosis(returns: ArrayLike<number>): number | null {
  return excessKurtosisOf(centralMoments(returns), returns.length);
}

/** `excessKurtosis` from the central moments of the returns and their number. */
export function excessKurtosisOf({ m2, m4 }: CentralMoments, returns: number): number | null {
  return returns >= 2 && Math.sqrt(m2) >= smallestDeviation ? finite(m4 / (m2 * m2) - 3) : null;
}
