import { longRunVariance } from "./long-run-variance.ts";

/** What a series is worth in independent values. */
export interface EffectiveSample {
  /** n·γ0/long-run variance: above n where neighbours undo each other, below n where they repeat each other. */
  readonly size: number;
  /** Lags of the long-run variance. */
  readonly lag: number;
}

/**
 * The effective size of a sample of n values: as many independent ones would know the mean as well. null for fewer than 2
 * values, or where they do not vary. Source: Bayley and Hammersley (1946), with the long-run variance of Newey and West.
 */
export function effectiveSample(x: ArrayLike<number>): EffectiveSample | null {
  if (x.length < 2) return null;
  const { variance, longRun, lag } = longRunVariance(x);
  return variance > 0 && longRun > 0 ? { size: (x.length * variance) / longRun, lag } : null;
}
