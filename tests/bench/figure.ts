/** One figure of a bench. */
export interface Figure {
  readonly name: string;
  /** null where there was nothing to measure; the name says why. */
  readonly value: number | null;
  readonly unit: string;
}

/** Middle value of some times. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
