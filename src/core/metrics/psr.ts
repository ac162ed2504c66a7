import { normalCdf } from "../stats/distributions.ts";
import { excessKurtosis } from "./excess-kurtosis.ts";
import { finite } from "./finite.ts";
import { sharpe } from "./sharpe.ts";
import { skewness } from "./skewness.ts";

/**
 * Probability that the true Sharpe ratio is above `benchmark`:
 * Φ((SR − SR*)·√(T−1) / √(1 − γ3·SR + (γ4 − 1)/4·SR²)), in [0, 1], with the Sharpe ratio per bar (not per year),
 * population skewness γ3 and kurtosis γ4 of the T returns, γ4 not in excess. null where the Sharpe ratio is, or where the
 * root is 0.
 *
 * @param benchmark SR*, Sharpe ratio per bar; 0 unless given.
 * Source: Bailey & López de Prado (2012), The Sharpe Ratio Efficient Frontier, equation 11.
 */
export function psr(returns: ArrayLike<number>, benchmark = 0): number | null {
  const ratio = sharpe(returns, 1);
  const gamma3 = skewness(returns);
  const excess = excessKurtosis(returns);
  if (ratio === null || gamma3 === null || excess === null) return null;
  return psrOf(ratio, gamma3, excess + 3, returns.length, benchmark);
}

/** `psr` from its parts: Sharpe ratio per bar, skewness, kurtosis (3 for a normal distribution), number of returns. */
export function psrOf(
  ratio: number,
  skewness: number,
  kurtosis: number,
  returns: number,
  benchmark = 0,
): number | null {
  const variance = 1 - skewness * ratio + ((kurtosis - 1) / 4) * ratio * ratio;
  if (!(variance >= 1e-12) || returns < 2) return null;
  return finite(normalCdf(((ratio - benchmark) * Math.sqrt(returns - 1)) / Math.sqrt(variance)));
}
