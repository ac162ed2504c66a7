import { mean } from "./mean.ts";

/** Standard deviations below this are rounding: the series is taken as constant, and ratios to it as undefined. */
export const smallestDeviation = 1e-12;

/**
 * Sample standard deviation (divides by n − 1) of [n] numbers; NaN under 2. Two passes: the one-pass sum of squares
 * does not give 0 for a constant series. `standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])` is √(32/7) = 2.138….
 */
export function standardDeviation(x: ArrayLike<number>): number {
  const n = x.length;
  if (n < 2) return Number.NaN;
  const centre = mean(x);
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < n; i++) {
    const d = (x[i] as number) - centre;
    squares += d * d;
    rest += d; // what rounding left in the mean (Chan, Golub & LeVeque 1983, corrected two-pass)
  }
  return Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1));
}
