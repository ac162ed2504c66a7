/** From here on the lowest values are first looked for below a bound that a sample suggests. */
const worthSampling = 1024;

const sampleSize = 128;

/** How many of `n` returns lie at or below their `tail` quantile: ⌊tail·(n − 1)⌋ + 1. RangeError unless `tail` is in (0, 1). */
export function tailLength(n: number, tail: number): number {
  if (!(tail > 0 && tail < 1)) throw new RangeError(`tail is ${tail}: it must lie between 0 and 1, as 0.05 for 5 %`);
  return Math.floor(tail * (n - 1)) + 1;
}

/** The `k` smallest of [n] numbers, ascending; all of them for k ≥ n. Linear time in n for small k (quickselect). */
export function lowestValues(x: ArrayLike<number>, k: number): Float64Array {
  const wanted = Math.max(0, Math.min(k, x.length));
  const values = candidates(x, wanted) ?? new Float64Array(x);
  select(values, wanted);
  return values.subarray(0, wanted).sort();
}

/** The values of x up to a bound that a sample suggests; null if they are fewer than wanted, or a quarter of all. */
function candidates(x: ArrayLike<number>, wanted: number): Float64Array | null {
  const n = x.length;
  if (n < worthSampling || wanted > n / 8) return null;
  const stride = Math.floor(n / sampleSize);
  const sample = new Float64Array(sampleSize);
  for (let i = 0; i < sampleSize; i++) sample[i] = x[i * stride] as number;
  sample.sort();
  // Four standard deviations of a binomial count above the expected place: one series in thousands misses.
  const place = (sampleSize * wanted) / n;
  const bound = sample[Math.ceil(place + 4 * Math.sqrt(place) + 2)] as number;
  const found = new Float64Array(n >> 2);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const value = x[i] as number;
    if (value <= bound && count < found.length) found[count++] = value;
  }
  return count < wanted || count === found.length ? null : found.subarray(0, count);
}

/** Moves the `wanted` smallest to the front: Hoare's partition around the middle, keeping the side of that place. */
function select(values: Float64Array, wanted: number): void {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i] = values[j] as number;
      values[j] = swapped;
      i++;
      j--;
    }
    if (wanted - 1 <= j) high = j;
    else if (wanted - 1 >= i) low = i;
    else break;
  }
}
