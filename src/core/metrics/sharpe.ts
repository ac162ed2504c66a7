import { finite } from "./finite.ts";
import { mean } from "./mean.ts";
import { smallestDeviation, standardDeviation } from "./standard-deviation.ts";

/**
 * Annual Sharpe ratio at a risk-free rate of 0: mean/sd·√P of the per-bar returns, ddof 1, P = bars per year; null
 * under 2 returns, or where sd < 1e-12. Ruin counts as the return −1. Equals empyrical's `sharpe_ratio`, quantstats'
 * and ffn's; backtesting.py's differs: it divides a geometric mean by a compounded deviation.
 * Source: Sharpe (1994), The Sharpe Ratio.
 */
export function sharpe(returns: ArrayLike<number>, barsPerYear: number): number | null {
  return sharpeOf(mean(returns), standardDeviation(returns), barsPerYear);
}

/** `sharpe` from the mean and the standard deviation (ddof 1) of the returns per bar. */
export function sharpeOf(mean: number, deviation: number, barsPerYear: number): number | null {
  return deviation >= smallestDeviation ? finite((mean / deviation) * Math.sqrt(barsPerYear)) : null;
}
