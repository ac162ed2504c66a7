/**
 * Bars as a file states them, before anything is sorted, dropped or mended: what the lint judges. Columns of equal length in
 * the order of the file; NaN where a cell holds no number or no time.
 */
export interface RawBars {
  readonly length: number;
  /** Milliseconds UTC of the open of the bar. */
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  /** Line of the file each bar stands on, from 1. */
  readonly line: Int32Array;
}
