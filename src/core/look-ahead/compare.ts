/**
 * First bar 0 … `cut` at which a probe's target differs from the full run's; null if there is none.
 * Equal means the same number: NaN equals NaN, −0 equals 0, and nothing else is forgiven, since a program that reads
 * only the past computes the same bits whatever comes later. A column shorter than the cut differs where it ends.
 * `firstDifference(Float64Array.of(0, 1, 1), Float64Array.of(0, 1, 0), 2)` is 2.
 */
export function firstDifference(full: Float64Array, probed: Float64Array, cut: number): number | null {
  for (let t = 0; t <= cut; t++) {
    if (t >= probed.length) return t;
    const a = full[t] as number;
    const b = probed[t] as number;
    if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return t;
  }
  return null;
}
