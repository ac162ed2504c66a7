/** One thing that a repair did to a market: written into its package. Every number is finite or null. */
export interface Repair {
  /** The rule whose findings it mended. */
  readonly rule: string;
  /** What was done, in words, with its number. */
  readonly done: string;
  /** Bars it was done to, ≥ 1. */
  readonly count: number;
  /** Lines of the file of those bars, in order, from 1; at most 1,000. */
  readonly lines: readonly number[];
  /** The cells that changed, at most 20; none where bars were dropped or sorted. */
  readonly changes: readonly CellChange[];
}

/** A cell before and after a repair. */
export interface CellChange {
  readonly line: number;
  readonly column: "open" | "high" | "low" | "close" | "volume";
  /** Null where the cell held no number. */
  readonly before: number | null;
  readonly after: number | null;
}
