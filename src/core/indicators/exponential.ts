import { emptyColumn } from "./column.ts";

/**
 * Exponential average with the given weight of the newest value, starting from the mean of n values, from bar n − 1 on.
 * A value that is not finite gives NaN, and the average starts again after it.
 */
export function exponential(x: ArrayLike<number>, n: number, weight: number): Float64Array {
  const out = emptyColumn(x.length);
  let seen = 0;
  let value = 0;
  for (let t = 0; t < x.length; t++) {
    const next = x[t] as number;
    if (!Number.isFinite(next)) {
      seen = 0;
      value = 0;
      continue;
    }
    seen++;
    // The mean of the first n as a running mean, then the exponential step.
    value += (next - value) * (seen <= n ? 1 / seen : weight);
    if (seen >= n) out[t] = value;
  }
  return out;
}
