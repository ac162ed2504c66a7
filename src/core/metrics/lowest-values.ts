/** The `k` smallest of [n] numbers, ascending; all of them for k ≥ n. Linear time in n for small k (quickselect). */
export function lowestValues(x: ArrayLike<number>, k: number): Float64Array {
  const values = new Float64Array(x);
  const wanted = Math.max(0, Math.min(k, values.length));
  let low = 0;
  let high = values.length - 1;
  // Hoare's partition around the middle, keeping the side in which place `wanted` lies.
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
  return values.subarray(0, wanted).sort();
}
