import { finite } from "./finite.ts";

/** Growth below this, as a fraction, loses digits in a power less one. */
const smallGrowth = 0.5;

/**
 * Compound annual growth rate: (E[last]/E[0])^(P/(n−1)) − 1, P = bars per year; a fraction ≥ −1; −1 at ruin; null under
 * 2 bars, and where it is too large for a number. Equals empyrical's `cagr` of the n − 1 returns; quantstats counts
 * calendar days instead of bars. 100 → 121 in 2 bars at P = 1 is 0.1.
 */
export function cagr(equity: ArrayLike<number>, barsPerYear: number): number | null {
  const n = equity.length;
  if (n < 2) return null;
  const start = equity[0] as number;
  const end = equity[n - 1] as number;
  const growth = (end - start) / start;
  const exponent = barsPerYear / (n - 1);
  return finite(
    Math.abs(growth) < smallGrowth ? Math.expm1(exponent * Math.log1p(growth)) : (end / start) ** exponent - 1,
  );
}
