/**
 * Arithmetic mean of [n] numbers; NaN for n = 0. Summed as differences from the first, so that the mean of equal
 * numbers is exactly that number. `mean([1, 2, 6])` is 3.
 */
export function mean(x: ArrayLike<number>): number {
  const n = x.length;
  if (n === 0) return Number.NaN;
  const first = x[0] as number;
  let sum = 0;
  for (let i = 1; i < n; i++) sum += (x[i] as number) - first;
  return first + sum / n;
}
