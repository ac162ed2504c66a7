/** Checked answers of a strategy: one number a bar, each in [−1, 1] or NaN (keep the target of the bar before). */
export interface Positions {
  readonly target: Float64Array;
  /** Stops as fractions of the entry price, one a bar, > 0 or NaN (none); absent = none at all. */
  readonly stopLoss?: Float64Array;
  readonly takeProfit?: Float64Array;
  readonly trailingStop?: Float64Array;
}

/**
 * The target in force after each bar: NaN replaced by the last number before it, 0 before the first.
 * `forwardFill([NaN, 1, NaN, 0])` is `[0, 1, 1, 0]`.
 */
export function forwardFill(target: ArrayLike<number>): Float64Array {
  const filled = new Float64Array(target.length);
  let last = 0;
  for (let t = 0; t < target.length; t++) {
    const wanted = target[t] as number;
    if (!Number.isNaN(wanted)) last = wanted;
    filled[t] = last;
  }
  return filled;
}
