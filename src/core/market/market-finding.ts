/** What a finding means for the market's use: an error forbids it, a warning is to be known, a note explains. */
export type FindingLevel = "error" | "warning" | "note";

/** One thing found in a market's file: what, where, and what to do. One finding stands for all bars of a run of the same defect. */
export interface MarketFinding {
  /** The rule, in kebab case, e.g. `duplicate-time`, `split`, `gap`. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** First bar it is true of, from 0 in the order of the file; null where it is true of the market as a whole. */
  readonly row: number | null;
  /** Line of the file of that bar, from 1; null with `row`. */
  readonly line: number | null;
  /** Time of that bar, milliseconds UTC; null with `row`, or where it has none. */
  readonly time: number | null;
  /** Number of bars it is true of, ≥ 1; the bars themselves, in order, are in `rows`, at most 1,000. */
  readonly count: number;
  readonly rows: readonly number[];
  /** Times of those bars, milliseconds UTC, as far as they have any; left out where it is true of the market as a whole. */
  readonly times?: readonly number[];
  /** What was found, with its number: "close 93.70 after 645.57, a ratio of 1/6.89". */
  readonly found: string;
  /** What to do. */
  readonly advice: string;
  /** True where `--repair` mends it. */
  readonly repairable: boolean;
}
