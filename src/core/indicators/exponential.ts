import { toColumn } from "./column.ts";

/**
 * Exponential average with the given weight of the newest value, starting from the mean of n values, from bar n − 1 on.
 * A value that is not finite gives NaN, and the average starts again after it.
 * @param out where to write it; may be `x` itself
 */
export function exponential(
  x: ArrayLike<number>,
  n: number,
  weight: number,
  out: Float64Array = new Float64Array(x.length),
): Float64Array {
  const values = toColumn(x);
  const { length } = values;
  let t = 0;
  while (t < length) {
    let seen = 0;
    let value = 0;
    for (; t < length && seen < n; t++) {
      const next = values[t] as number;
      seen = Number.isFinite(next) ? seen + 1 : 0;
      value = seen === 0 ? 0 : value + (next - value) / seen;
      out[t] = seen === n ? value : Number.NaN;
    }
    // The step this way round leaves a constant exactly as it is; (1 − w)·value + w·next would not.
    for (; t < length; t++) {
      const next = values[t] as number;
      if (!Number.isFinite(next)) break;
      value += (next - value) * weight;
      out[t] = value;
    }
  }
  return out;
}
