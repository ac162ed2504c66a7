import { mean } from "../../metrics/mean.ts";

/** Variance of a series as the sum of it sees it. */
export interface LongRunVariance {
  /** Population variance γ0, in the square of the series' unit. */
  readonly variance: number;
  /** γ0 + 2·Σ (1 − j/(lag + 1))·γj: n times the variance of the mean of n values. At least 0. */
  readonly longRun: number;
  /** Autocovariances that were counted, ≥ 0. */
  readonly lag: number;
}

/** Mean of (x_t − m)(x_{t−j} − m) over all n values: the estimate that keeps the sum below at 0 or above. */
function autocovariance(centred: Float64Array, lag: number): number {
  const n = centred.length;
  let sum = 0;
  for (let t = lag; t < n; t++) sum += (centred[t] as number) * (centred[t - lag] as number);
  return sum / n;
}

/**
 * Lag of Newey and West (1994, Review of Economic Studies 61) for Bartlett's kernel: γ̂·n^⅓ with
 * γ̂ = 1.1447·((s1/s0)²)^⅓ out of the first 4·(n/100)^(2/9) autocovariances; without prewhitening.
 */
function automaticLag(centred: Float64Array, variance: number): number {
  const n = centred.length;
  const first = Math.min(n - 1, Math.floor(4 * (n / 100) ** (2 / 9)));
  let s0 = variance;
  let s1 = 0;
  for (let j = 1; j <= first; j++) {
    const covariance = autocovariance(centred, j);
    s0 += 2 * covariance;
    s1 += 2 * j * covariance;
  }
  // Autocovariances that cancel leave nothing to divide by: the rule would ask for every lag there is.
  const rate = s0 === 0 ? 0 : 1.1447 * Math.cbrt((s1 / s0) ** 2);
  return Math.min(Math.floor(n / 4), Math.floor(rate * Math.cbrt(n)));
}

/**
 * The long-run variance of a stationary series of n ≥ 1 numbers with Bartlett's kernel (Newey and West, 1987, Econometrica
 * 55), its lag chosen from the series (Newey and West, 1994) or given. For an AR(1) of coefficient φ it tends to
 * γ0·(1 + φ)/(1 − φ). Everything is 0 for a constant series; NaN for none.
 */
export function longRunVariance(x: ArrayLike<number>, lag?: number): LongRunVariance {
  const centre = mean(x);
  const centred = Float64Array.from(x, (value) => value - centre);
  const variance = autocovariance(centred, 0);
  const used = lag ?? automaticLag(centred, variance);
  let longRun = variance;
  for (let j = 1; j <= used; j++) longRun += 2 * (1 - j / (used + 1)) * autocovariance(centred, j);
  return { variance, longRun: Math.max(0, longRun), lag: used };
}
