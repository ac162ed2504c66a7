/**
 * Indices that draw a column of `length` values with at most `points`: of each stretch the lowest and the highest, in
 * order, and both ends, so that no spike, drawdown or short trade is lost. All indices if there are few.
 */
export function thin(values: ArrayLike<number>, points: number): readonly number[] {
  const { length } = values;
  if (length <= points) return Array.from({ length }, (_, i) => i);
  const stretches = Math.max(1, Math.floor(points / 2) - 1);
  const kept = [0];
  for (let s = 0; s < stretches; s++) {
    const from = 1 + Math.floor((s * (length - 2)) / stretches);
    const to = 1 + Math.floor(((s + 1) * (length - 2)) / stretches);
    let low = from;
    let high = from;
    for (let i = from + 1; i < to; i++) {
      if ((values[i] as number) < (values[low] as number)) low = i;
      if ((values[i] as number) > (values[high] as number)) high = i;
    }
    kept.push(Math.min(low, high));
    if (low !== high) kept.push(Math.max(low, high));
  }
  kept.push(length - 1);
  return kept;
}
