import { type Positions, type StopColumn, stopColumns } from "../positions.ts";

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

/**
 * Where two answers differ: the column, its first bar that differs, and the two numbers, null where a column has
 * ended.
 */
export interface PositionsDifference {
  readonly column: "target" | StopColumn;
  readonly bar: number;
  readonly full: number | null;
  readonly probed: number | null;
}

/**
 * First difference of the targets and stops of bars 0 … `cut`, as `firstDifference` finds it; null if there is none.
 * A column of stops that is absent equals one of NaN.
 */
export function firstPositionsDifference(full: Positions, probed: Positions, cut: number): PositionsDifference | null {
  let first: PositionsDifference | null = null;
  for (const column of ["target", ...stopColumns] as const) {
    const a = full[column];
    const b = probed[column];
    if (a === undefined && b === undefined) continue;
    const absent = new Float64Array(cut + 1).fill(Number.NaN);
    const bar = firstDifference(a ?? absent, b ?? absent, first === null ? cut : first.bar - 1);
    if (bar !== null) first = { column, bar, full: (a ?? absent)[bar] ?? null, probed: (b ?? absent)[bar] ?? null };
  }
  return first;
}

/** Where the answers for several markets differ first. */
export interface AllocationsDifference extends PositionsDifference {
  /** Index of the market. */
  readonly market: number;
}

/**
 * First difference of the answers for several markets in bars 0 … `cut`: the earliest bar, of markets that differ there the
 * first; null if there is none. Markets that one of the two lacks are none.
 */
export function firstAllocationsDifference(
  full: readonly Positions[],
  probed: readonly Positions[],
  cut: number,
): AllocationsDifference | null {
  let first: AllocationsDifference | null = null;
  for (const [market, positions] of full.entries()) {
    const other = probed[market];
    if (other === undefined) continue;
    const found = firstPositionsDifference(positions, other, first === null ? cut : first.bar - 1);
    if (found !== null) first = { ...found, market };
  }
  return first;
}
