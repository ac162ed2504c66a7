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
 * 0 … t only. `x` is any column; a length `n` is a whole number of bars, at least 1. Inputs are never changed.
 * "First: bar k" is the first bar with a value, bars counted from 0. A NaN in an input gives NaN and starts the
 * warm-up again after it, so results can be fed into other indicators; lag, momentum and roc look at two bars only. A
 * division by 0 gives NaN.
 */
export interface Indicators {
  /** Simple moving average. First: bar n - 1. */
  sma(x: ArrayLike<number>, n: number): Column;
  /** Exponential moving average, weight 2 / (n + 1), starting from the mean of n values. First: bar n - 1. */
  ema(x: ArrayLike<number>, n: number): Column;
  /** Linearly weighted moving average, weight n for the newest value down to 1. First: bar n - 1. */
  wma(x: ArrayLike<number>, n: number): Column;
  /** Wilder's average (RMA), weight 1 / n, starting from the mean of n values. First: bar n - 1. */
  wilder(x: ArrayLike<number>, n: number): Column;
  /** Moving average weighted by volume. First: bar n - 1. */
  vwma(x: ArrayLike<number>, volume: ArrayLike<number>, n: number): Column;
  /** Rolling median; the mean of the middle two for even n. First: bar n - 1. */
  median(x: ArrayLike<number>, n: number): Column;
  /** Highest of the last n values, this bar's included. First: bar n - 1. */
  highest(x: ArrayLike<number>, n: number): Column;
  /** Lowest of the last n values, this bar's included. First: bar n - 1. */
  lowest(x: ArrayLike<number>, n: number): Column;
  /** Population standard deviation (divides by n). First: bar n - 1. */
  stdev(x: ArrayLike<number>, n: number): Column;
  /** (x - sma) / stdev over n bars. First: bar n - 1. */
  zscore(x: ArrayLike<number>, n: number): Column;
  /** Slope per bar of the least-squares line through the last n values, n at least 2. First: bar n - 1. */
  linregSlope(x: ArrayLike<number>, n: number): Column;
  /** Pearson correlation of the last n pairs, in [-1, 1], n at least 2. First: bar n - 1. */
  correlation(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Column;
  /** Percentage of the n values before this bar that are at most this bar's, 0 … 100. First: bar n. */
  percentRank(x: ArrayLike<number>, n: number): Column;

  /** The value n bars earlier: x[t - n]. First: bar n. */
  lag(x: ArrayLike<number>, n: number): Column;
  /** Change since the bar before: x[t] - x[t - 1]. First: bar 1. */
  diff(x: ArrayLike<number>): Column;
  /** ln(x[t] / x[t - 1]); NaN unless both are above 0. First: bar 1. */
  logReturns(x: ArrayLike<number>): Column;
  /** x[t] - x[t - n]. First: bar n. */
  momentum(x: ArrayLike<number>, n: number): Column;
  /** Rate of change in percent: 100 * (x[t] / x[t - n] - 1). First: bar n. */
  roc(x: ArrayLike<number>, n: number): Column;

  /** Wilder's relative strength index, 0 … 100. First: bar n. */
  rsi(x: ArrayLike<number>, n: number): Column;
  /**
   * macd = ema(x, fast) - ema(x, slow), signal = ema(macd, signal), histogram = macd - signal.
   * First, for fast < slow: macd at bar slow - 1, the others at bar slow + signal - 2.
   */
  macd(
    x: ArrayLike<number>,
    fast: number,
    slow: number,
    signal: number,
  ): { readonly macd: Column; readonly signal: Column; readonly histogram: Column };
  /** k = 100 * (close - lowest low) / (highest high - lowest low) of n bars, d = sma(k, m). First: bar n - 1; d: bar n + m - 2. */
  stochastic(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
    close: ArrayLike<number>,
    n: number,
    m: number,
  ): { readonly k: Column; readonly d: Column };
  /** Williams' %R: -100 at the lowest low … 0 at the highest high of n bars. First: bar n - 1. */
  williamsR(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>, n: number): Column;
  /** Commodity channel index of (high + low + close) / 3, with the constant 0.015. First: bar n - 1. */
  cci(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>, n: number): Column;
  /** Wilder's directional movement, each 0 … 100. First: plusDi and minusDi at bar n, adx at bar 2n - 1. */
  adx(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
    close: ArrayLike<number>,
    n: number,
  ): { readonly adx: Column; readonly plusDi: Column; readonly minusDi: Column };

  /** max(high, previous close) - min(low, previous close). First: bar 1. */
  trueRange(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>): Column;
  /** Average true range: wilder(trueRange, n). First: bar n. */
  atr(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>, n: number): Column;
  /** middle = sma(x, n), upper and lower = middle ± k * stdev(x, n). First: bar n - 1. */
  bollinger(
    x: ArrayLike<number>,
    n: number,
    k: number,
  ): { readonly middle: Column; readonly upper: Column; readonly lower: Column };
  /** middle = ema(close, n), upper and lower = middle ± k * atr(n). First: bar n; middle: bar n - 1. */
  keltner(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
    close: ArrayLike<number>,
    n: number,
    k: number,
  ): { readonly middle: Column; readonly upper: Column; readonly lower: Column };
  /** Highest high, lowest low and their mean over n bars, this one included: compare with lag(upper, 1). First: bar n - 1. */
  donchian(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
    n: number,
  ): { readonly upper: Column; readonly middle: Column; readonly lower: Column };

  /** On-balance volume: 0 at bar 0, then plus or minus the volume of each rising or falling close. First: bar 0. */
  obv(close: ArrayLike<number>, volume: ArrayLike<number>): Column;
  /** Money flow index, 0 … 100. First: bar n. */
  mfi(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
    close: ArrayLike<number>,
    volume: ArrayLike<number>,
    n: number,
  ): Column;

  /** 1 at bars where a rises above b (a <= b at the bar before, a > b now), else 0; never NaN. */
  crossover(a: ArrayLike<number>, b: ArrayLike<number> | number): Column;
  /** 1 at bars where a falls below b (a >= b at the bar before, a < b now), else 0; never NaN. */
  crossunder(a: ArrayLike<number>, b: ArrayLike<number> | number): Column;
}

/** A strategy: the default export of the module that you write. */
export interface Strategy {
  /** Short name for reports. */
  readonly name?: string;
  /** Called once with the whole history; answers with one target a bar. It must not change `bars`. */
  decide(bars: Bars, ta: Indicators): Positions;
}
