/** Bars over which the local scale remembers: two months of daily bars. */
const memory = 1 / 20;

/** A move counts at most this many times the scale, so that one crash or bad tick does not hide the next. */
const clip = 4;

/**
 * The usual size of the values before each place, and, run backwards, after it: an exponentially weighted mean of |x| whose terms
 * are clipped at 4 times itself, so that it follows volatility but not single jumps. NaN values are passed over. It starts at the mean
 * of the first 20 finite values, clipped at 4 times their median.
 */
export function localScale(values: Float64Array, direction: "before" | "after"): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  const step = direction === "before" ? 1 : -1;
  const first = direction === "before" ? 0 : n - 1;
  let scale = startScale(values, first, step);
  for (let t = first; t >= 0 && t < n; t += step) {
    out[t] = scale;
    const size = Math.abs(values[t] as number);
    if (size >= 0) scale += memory * (Math.min(size, clip * scale) - scale);
    // A stretch without any move must not make the next tick a monster.
    if (scale < 1e-12) scale = 1e-12;
  }
  return out;
}

function startScale(values: Float64Array, first: number, step: number): number {
  const sizes: number[] = [];
  for (let t = first; t >= 0 && t < values.length && sizes.length < 20; t += step) {
    const size = Math.abs(values[t] as number);
    if (size > 0 && size < Number.POSITIVE_INFINITY) sizes.push(size);
  }
  sizes.sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1] ?? 1e-4;
  let sum = 0;
  for (const size of sizes) sum += Math.min(size, clip * middle);
  return sizes.length === 0 ? 1e-4 : sum / sizes.length;
}
