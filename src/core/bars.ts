/**
 * One market as columns of equal length, oldest bar first. The same shape as `Bars` of the strategy contract
 * (strategies/contract.ts), which documents every field for the models; a test keeps the two equal.
 */
export interface Bars {
  readonly length: number;
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly barsPerYear: number;
}

/** The names of the columns of `Bars`, in the order of a canonical CSV. */
export const barColumns = ["time", "open", "high", "low", "close", "volume"] as const;

/** A copy of bars `start` (inclusive) to `end` (exclusive). */
export function sliceBars(bars: Bars, start: number, end: number): Bars {
  return {
    length: Math.max(0, Math.min(end, bars.length) - start),
    time: bars.time.slice(start, end),
    open: bars.open.slice(start, end),
    high: bars.high.slice(start, end),
    low: bars.low.slice(start, end),
    close: bars.close.slice(start, end),
    volume: bars.volume.slice(start, end),
    barsPerYear: bars.barsPerYear,
  };
}
