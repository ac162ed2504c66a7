import { finite } from "./finite.ts";

/**
 * Compound annual growth rate: (E[last]/E[0])^(P/(n−1)) − 1, P = bars per year; a fraction ≥ −1; −1 at ruin; null under
 * 2 bars, and where it is too large for a number. Equals empyrical's `cagr` of the n − 1 returns; quantstats counts
 * calendar days instead of bars. 100 → 121 in 2 bars at P = 1 is 0.1.
 */
export function cagr(equity: ArrayLike<number>, barsPerYear: number): number | null {
  const n = equity.length;
  if (n < 2) return null;
  return finite(((equity[n - 1] as number) / (equity[0] as number)) ** (barsPerYear / (n - 1)) - 1);
}
