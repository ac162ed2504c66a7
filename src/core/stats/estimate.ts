import { studentTQuantile, studentTTwoSided } from "./distributions.ts";

/** One part of a weighted sum of means: independent units of one kind. */
export interface Sample {
  readonly weight: number;
  readonly values: readonly number[];
}

/** A mean, or a weighted sum of means, with what is known of its error. */
export interface Estimate {
  readonly value: number;
  /** sd/√N; null with fewer than 2 units in a part of it. */
  readonly standardError: number | null;
  /** Degrees of freedom of Student's t; null where there is no error, or it is 0. */
  readonly df: number | null;
  /** 95 % interval, value ± t·SE; null where there is no error. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Two-sided p-value of "the true value is 0"; null where there is no error. */
  readonly p: number | null;
}

/** Errors and values below this are rounding (scores are points of 100). */
const rounding = 1e-10;

/**
 * Σ w_k·mean_k over independent parts. Var = Σ w_k²·s_k²/N_k, with the degrees of freedom of Welch and Satterthwaite,
 * (Σ v_k)²/Σ v_k²/(N_k − 1); for one part that is the ordinary t interval with N − 1. Parts of weight 0 do not count.
 * null if no part counts or one that does has no values.
 *
 * Where all units agree exactly SE is 0: then p is 1 for the value 0 (the same scores everywhere) and 0 for any other,
 * which is the limit of the t-test.
 */
export function estimate(samples: readonly Sample[]): Estimate | null {
  const parts = samples.filter((sample) => sample.weight !== 0);
  if (parts.length === 0 || parts.some((part) => part.values.length === 0)) return null;
  let value = 0;
  let variance = 0;
  let spread = 0;
  let known = true;
  for (const { weight, values } of parts) {
    const mean = meanOf(values);
    value += weight * mean;
    if (values.length < 2) {
      known = false;
      continue;
    }
    const part = (weight * weight * varianceOf(values, mean)) / values.length;
    variance += part;
    spread += (part * part) / (values.length - 1);
  }
  if (!known) return { value, standardError: null, df: null, interval: null, p: null };
  const standardError = Math.sqrt(variance);
  if (standardError < rounding) {
    return { value, standardError: 0, df: null, interval: [value, value], p: Math.abs(value) < rounding ? 1 : 0 };
  }
  const df = (variance * variance) / spread;
  const half = studentTQuantile(0.975, df) * standardError;
  const p = studentTTwoSided(value / standardError, df);
  return { value, standardError, df, interval: [value - half, value + half], p };
}

/** The arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : meanOf(values);
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Variance (ddof 1), in a second pass. */
function varianceOf(values: readonly number[], mean: number): number {
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / (values.length - 1);
}
