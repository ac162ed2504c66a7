import type { Moments } from "./path-score.ts";

/** The moments of nothing: the neutral element of `addMoments`. */
export const noMoments: Moments = { count: 0, mean: 0, m2: 0, m3: 0, m4: 0 };

/**
 * Count, mean and central power sums of a column of finite numbers, in two passes: the sum of squares would lose the
 * case of zero variance. `moments([1, 2, 3])` is `{ count: 3, mean: 2, m2: 2, m3: 0, m4: 2 }`; of nothing, `noMoments`.
 */
export function moments(x: ArrayLike<number>): Moments {
  const count = x.length;
  if (count === 0) return noMoments;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += x[i] as number;
  const mean = sum / count;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let i = 0; i < count; i++) {
    const d = (x[i] as number) - mean;
    const square = d * d;
    m2 += square;
    m3 += square * d;
    m4 += square * square;
  }
  return { count, mean, m2, m3, m4 };
}

/**
 * The moments of two columns laid end to end, from the moments of each: Pébay, "Formulas for robust, one-pass parallel
 * computation of covariances and arbitrary-order statistical moments" (Sandia, 2008), equations 2.1, 3.2 and 3.3.
 */
export function addMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const delta = b.mean - a.mean;
  const step = delta / count;
  const cross = a.count * b.count * delta * step;
  return {
    count,
    mean: a.mean + b.count * step,
    m2: a.m2 + b.m2 + cross,
    m3: a.m3 + b.m3 + cross * step * (a.count - b.count) + 3 * step * (a.count * b.m2 - b.count * a.m2),
    m4:
      a.m4 +
      b.m4 +
      cross * step * step * (a.count ** 2 - a.count * b.count + b.count ** 2) +
      6 * step * step * (a.count ** 2 * b.m2 + b.count ** 2 * a.m2) +
      4 * step * (a.count * b.m3 - b.count * a.m3),
  };
}
