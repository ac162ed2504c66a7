import { finite } from "./finite.ts";
import { standardDeviation } from "./standard-deviation.ts";

/**
 * Annual volatility: standard deviation (ddof 1) of the per-bar returns times √P, P = bars per year; a fraction ≥ 0;
 * null under 2 returns. After ruin the returns are −1 and then 0. Equals empyrical's `annual_volatility`.
 */
export function volatility(returns: ArrayLike<number>, barsPerYear: number): number | null {
  return finite(standardDeviation(returns) * Math.sqrt(barsPerYear));
}
