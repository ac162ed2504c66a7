import { finite } from "./finite.ts";
import { mean } from "./mean.ts";
import { smallestDeviation } from "./standard-deviation.ts";

/**
 * Annual Sortino ratio with a target of 0: mean/√(mean(min(r, 0)²))·√P of the per-bar returns, P = bars per year. The
 * downside mean is over all bars, gains counting as 0 (dividing by the number of losses is a common error). null
 * without returns, or where the root < 1e-12. Ruin counts as the return −1. Equals empyrical's `sortino_ratio`.
 * Source: Sortino & Price (1994).
 */
export function sortino(returns: ArrayLike<number>, barsPerYear: number): number | null {
  const n = returns.length;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const loss = Math.min(returns[i] as number, 0);
    squares += loss * loss;
  }
  return sortinoOf(mean(returns), Math.sqrt(squares / returns.length), barsPerYear);
}

/** `sortino` from the mean return per bar and √(mean(min(r, 0)²)). */
export function sortinoOf(mean: number, downside: number, barsPerYear: number): number | null {
  return downside >= smallestDeviation ? finite((mean / downside) * Math.sqrt(barsPerYear)) : null;
}
