/**
 * Holm's step-down correction: p-values adjusted for as many tests as there are numbers in `p`, in the same order,
 * each in [0, 1]. A test without a p-value (null) stays null and does not count. Rejecting where the result is
 * ≤ α keeps the chance of any false rejection ≤ α, whatever the dependence (Holm 1979, Scand. J. Statist. 6).
 * `holm([0.01, 0.04, 0.03, 0.005])` is `[0.03, 0.06, 0.06, 0.02]`; equals R's `p.adjust(p, "holm")`.
 */
export function holm(p: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = p.map(() => null);
  const order: { index: number; p: number }[] = [];
  for (const [index, value] of p.entries()) if (value !== null) order.push({ index, p: value });
  order.sort((a, b) => a.p - b.p || a.index - b.index);
  let largest = 0;
  for (const [done, test] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (order.length - done) * test.p));
    adjusted[test.index] = largest;
  }
  return adjusted;
}
