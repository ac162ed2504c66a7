// The strategy contract. Models are shown this file word for word.

/** One market as columns of equal length, oldest bar first. Bar t is everything known at its close. */
export interface Bars {
  /** Number of bars. */
  readonly length: number;
  /** Opening time of each bar, milliseconds since 1970-01-01 UTC, strictly increasing. */
  readonly time: Float64Array;
  /** First price of each bar, above 0. */
  readonly open: Float64Array;
  /** Highest price of each bar, at least max(open, close). */
  readonly high: Float64Array;
  /** Lowest price of each bar, at most min(open, close), above 0. */
  readonly low: Float64Array;
  /** Last price of each bar, above 0. */
  readonly close: Float64Array;
  /** Units traded, at least 0; NaN where unknown. */
  readonly volume: Float64Array;
  /** Bars in one year: 252 for daily equities, 365 for daily crypto, 19656 for 5-minute equities. */
  readonly barsPerYear: number;
}

/** What a strategy answers. */
export interface Positions {
  /**
   * Wanted share of equity in the instrument after the close of each bar: one number a bar, from -1 (all short)
   * through 0 (flat) to 1 (all long). NaN keeps the target of the bar before. Bar t may use bars 0 … t only; it is
   * filled at the open of bar t + 1.
   */
  readonly target: ArrayLike<number>;
}

/** A column of numbers, one a bar. */
export type Column = Float64Array;

/**
 * Indicators. Each result is as long as its input, is NaN until enough bars have been seen, and at bar t uses bars
 * 0 … t only. `x` is any column; `n` is a length in bars, a whole number of at least 1.
 */
export interface Indicators {
  /** Simple moving average. First value at bar n - 1. */
  sma(x: ArrayLike<number>, n: number): Column;
}

/** A strategy: the default export of the module that you write. */
export interface Strategy {
  /** Short name for reports. */
  readonly name?: string;
  /** Called once with the whole history; answers with one target a bar. It must not change `bars`. */
  decide(bars: Bars, ta: Indicators): Positions;
}
