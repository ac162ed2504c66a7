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
  /**
   * Stops, optional: columns as long as `target`, each number above 0 or NaN (none). They are read where the target
   * changes: those of bar t go with the position that target[t] opens at the open E of bar t + 1, until it is closed or
   * the target changes again. A stop is looked for in the high and low of every bar from t + 1 on, and filled at its
   * price, or at the open of a bar that opens beyond it. Of a stop and a take-profit in one bar the stop counts. After
   * it the position stays flat until the target changes; NaN or the same target again opens nothing.
   *
   * Closes a long at E * (1 - stopLoss), a short at E * (1 + stopLoss): 0.05 is 5 %.
   */
  readonly stopLoss?: ArrayLike<number>;
  /** Closes a long at E * (1 + takeProfit), a short at E * (1 - takeProfit). */
  readonly takeProfit?: ArrayLike<number>;
  /**
   * Closes a long at H * (1 - trailingStop), H the highest of E and the highs of the bars since that ended before this
   * one; a short at L * (1 + trailingStop), L the lowest of E and those lows.
   */
  readonly trailingStop?: ArrayLike<number>;
}

/** A column of numbers, one a bar. */
export type Column = Float64Array;

/** Numbers, one a bar: a column or a plain array. */
export type Values = ArrayLike<number>;

/** Several columns by name: `Lines<"k" | "d">` is `{ k: Column; d: Column }`. */
export type Lines<Name extends string> = { readonly [name in Name]: Column };

/**
 * Indicators. Each result is as long as its input, is NaN until enough bars have been seen, and at bar t uses bars 0 …
 * t only. Inputs are never changed. A length (`n`, `fast`, `slow` …) is a whole number of bars, at least 1. The first
 * value is at bar n - 1, bars counted from 0, unless "First:" names another. A NaN in an input gives NaN and starts the
 * warm-up again after it, so results can be fed into other indicators; lag, diff, logReturns, momentum and roc look at
 * two bars only. A division by 0 gives NaN.
 */
export interface Indicators {
  // Averages.
  /** Simple moving average. */
  sma(x: Values, n: number): Column;
  /** Exponential moving average, weight 2 / (n + 1), starting from the mean of n values. */
  ema(x: Values, n: number): Column;
  /** Wilder's average (RMA), weight 1 / n, starting from the mean of n values. */
  wilder(x: Values, n: number): Column;
  /** Linearly weighted moving average, weight n for the newest value down to 1. */
  wma(x: Values, n: number): Column;
  /** Moving average weighted by volume. */
  vwma(x: Values, volume: Values, n: number): Column;
  /** Double EMA: 2 e - ema(e, n), e = ema(x, n). First: bar 2n - 2. */
  dema(x: Values, n: number): Column;
  /** Triple EMA: 3 e - 3 ema(e, n) + ema(ema(e, n), n), e = ema(x, n). First: bar 3n - 3. */
  tema(x: Values, n: number): Column;
  /** Hull: wma(2 wma(x, n / 2) - wma(x, n), √n), both lengths rounded down, n at least 2. First: bar n + ⌊√n⌋ - 2. */
  hma(x: Values, n: number): Column;
  /** Kaufman's adaptive average: ema(slow) to ema(fast) by efficiency over n bars; often 10, 2, 30. First: bar n. */
  kama(x: Values, n: number, fast: number, slow: number): Column;

  // Windows of the last n values, this bar's included.
  /** Sum. */
  sum(x: Values, n: number): Column;
  /** Highest. */
  highest(x: Values, n: number): Column;
  /** Lowest. */
  lowest(x: Values, n: number): Column;
  /** Bars since the highest: 0 = this bar, at most n - 1; the latest of equals. */
  argmax(x: Values, n: number): Column;
  /** Bars since the lowest: 0 = this bar, at most n - 1; the latest of equals. */
  argmin(x: Values, n: number): Column;
  /** Median; the mean of the middle two for even n. */
  median(x: Values, n: number): Column;
  /** Quantile q, from 0 = lowest to 1 = highest, linear between neighbours. */
  quantile(x: Values, n: number, q: number): Column;
  /** Percentage of the n values before this bar that are at most this bar's, 0 … 100. First: bar n. */
  percentRank(x: Values, n: number): Column;
  /** Population standard deviation (divides by n). */
  stdev(x: Values, n: number): Column;
  /** (x - sma) / stdev. */
  zscore(x: Values, n: number): Column;
  /** Population skewness. */
  skew(x: Values, n: number): Column;
  /** Population excess kurtosis: 0 for the normal distribution. */
  kurtosis(x: Values, n: number): Column;
  /** Last point of the least-squares line, n at least 2. */
  linreg(x: Values, n: number): Column;
  /** Slope per bar of the least-squares line, n at least 2. */
  linregSlope(x: Values, n: number): Column;
  /** Pearson correlation, in [-1, 1], n at least 2. */
  correlation(a: Values, b: Values, n: number): Column;
  /** Slope of a on b: covariance(a, b) / variance(b), n at least 2; hand it returns, not prices. */
  beta(a: Values, b: Values, n: number): Column;

  // Changes.
  /** The value n bars earlier: x[t - n]. First: bar n. */
  lag(x: Values, n: number): Column;
  /** x[t] - x[t - 1]. First: bar 1. */
  diff(x: Values): Column;
  /** ln(x[t] / x[t - 1]); NaN unless both are above 0. First: bar 1. */
  logReturns(x: Values): Column;
  /** x[t] - x[t - n]. First: bar n. */
  momentum(x: Values, n: number): Column;
  /** Rate of change in percent: 100 (x[t] / x[t - n] - 1). First: bar n. */
  roc(x: Values, n: number): Column;

  // Oscillators.
  /** Wilder's relative strength index, 0 … 100. First: bar n. */
  rsi(x: Values, n: number): Column;
  /** Stochastic of rsi(x, n) over m bars: k is its sma(smooth), d = sma(k, signal). First: bar n + m + smooth - 2. */
  stochRsi(x: Values, n: number, m: number, smooth: number, signal: number): Lines<"k" | "d">;
  /** ema(x, fast) - ema(x, slow), its ema, their difference. First: bar slow - 1; signal: bar slow + signal - 2. */
  macd(x: Values, fast: number, slow: number, signal: number): Lines<"macd" | "signal" | "histogram">;
  /** MACD in percent of ema(x, slow). First: as macd. */
  ppo(x: Values, fast: number, slow: number, signal: number): Lines<"ppo" | "signal" | "histogram">;
  /** True strength index, -100 … 100: ema(short) of ema(long) of changes, over sizes. First: bar long + short - 1. */
  tsi(x: Values, long: number, short: number): Column;
  /** k = 100 (close - lowest low) / (highest high - lowest low) of n bars, d = sma(k, m). First: d: bar n + m - 2. */
  stochastic(high: Values, low: Values, close: Values, n: number, m: number): Lines<"k" | "d">;
  /** Williams' %R: -100 at the lowest low … 0 at the highest high of n bars. */
  williamsR(high: Values, low: Values, close: Values, n: number): Column;
  /** Commodity channel index of (high + low + close) / 3, with the constant 0.015. */
  cci(high: Values, low: Values, close: Values, n: number): Column;
  /** Williams' ultimate oscillator, 0 … 100, weights 4, 2, 1; often 7, 14, 28. First: bar max(n1, n2, n3). */
  ultimate(high: Values, low: Values, close: Values, n1: number, n2: number, n3: number): Column;
  /** Awesome oscillator: sma(fast) - sma(slow) of (high + low) / 2; often 5, 34. First: bar slow - 1. */
  awesome(high: Values, low: Values, fast: number, slow: number): Column;

  // Trend.
  /** up = 100 (n - argmax(high, n + 1)) / n, down = 100 (n - argmin(low, n + 1)) / n, up - down. First: bar n. */
  aroon(high: Values, low: Values, n: number): Lines<"up" | "down" | "oscillator">;
  /** Wilder's directional movement, each 0 … 100. First: plusDi and minusDi at bar n, adx at bar 2n - 1. */
  adx(high: Values, low: Values, close: Values, n: number): Lines<"adx" | "plusDi" | "minusDi">;
  /** Wilder's parabolic stop and reverse, the stop at this bar: below the low = long; often 0.02, 0.2. First: bar 1. */
  psar(high: Values, low: Values, step: number, max: number): Column;
  /** Bands (high + low) / 2 ± k atr(n) that only tighten: line, and direction 1 above it, -1 below. First: bar n. */
  supertrend(high: Values, low: Values, close: Values, n: number, k: number): Lines<"line" | "direction">;
  /** Middles of the range of each length, spanA the mean of the first two; not shifted: charts draw lag(span, base). */
  ichimoku(
    high: Values,
    low: Values,
    conversion: number,
    base: number,
    span: number,
  ): Lines<"conversion" | "base" | "spanA" | "spanB">;

  // Ranges and volatility.
  /** max(high, previous close) - min(low, previous close). First: bar 1. */
  trueRange(high: Values, low: Values, close: Values): Column;
  /** Average true range: wilder(trueRange, n). First: bar n. */
  atr(high: Values, low: Values, close: Values, n: number): Column;
  /** atr in percent of the close. First: bar n. */
  natr(high: Values, low: Values, close: Values, n: number): Column;
  /** middle = sma(x, n), upper and lower = middle ± k stdev(x, n). */
  bollinger(x: Values, n: number, k: number): Lines<"middle" | "upper" | "lower">;
  /** middle = ema(close, n), upper and lower = middle ± k atr(n). First: bar n; middle: bar n - 1. */
  keltner(high: Values, low: Values, close: Values, n: number, k: number): Lines<"middle" | "upper" | "lower">;
  /** Highest high, lowest low and their mean over n bars, this one included: compare with lag(upper, 1). */
  donchian(high: Values, low: Values, n: number): Lines<"upper" | "middle" | "lower">;
  /** Volatility a bar (a year: times √barsPerYear): sample deviation of n log returns, n at least 2. First: bar n. */
  closeVolatility(close: Values, n: number): Column;
  /** Parkinson's volatility a bar, from high and low. */
  parkinson(high: Values, low: Values, n: number): Column;
  /** Garman and Klass's volatility a bar. */
  garmanKlass(open: Values, high: Values, low: Values, close: Values, n: number): Column;
  /** Yang and Zhang's volatility a bar, gaps included, n at least 2. First: bar n. */
  yangZhang(open: Values, high: Values, low: Values, close: Values, n: number): Column;

  // Volume.
  /** On-balance volume: 0 at bar 0, then plus or minus the volume of each rising or falling close. First: bar 0. */
  obv(close: Values, volume: Values): Column;
  /** Accumulation/distribution: sum of volume (2 close - high - low) / (high - low), 0 in no range. First: bar 0. */
  ad(high: Values, low: Values, close: Values, volume: Values): Column;
  /** Chaikin money flow, -1 … 1: that sum over n bars, over their volume. */
  cmf(high: Values, low: Values, close: Values, volume: Values, n: number): Column;
  /** Money flow index, 0 … 100. First: bar n. */
  mfi(high: Values, low: Values, close: Values, volume: Values, n: number): Column;
  /** Elder's force index: ema of (close - previous close) * volume. First: bar n. */
  forceIndex(close: Values, volume: Values, n: number): Column;
  /** Mean of (high + low + close) / 3 weighted by volume since the session began, as in sessionBar. First: bar 0. */
  vwap(bars: Bars, start?: number): Column;

  // Crossings.
  /** 1 at bars where a rises above b (a <= b at the bar before, a > b now), else 0; never NaN. */
  crossover(a: Values, b: Values | number): Column;
  /** 1 at bars where a falls below b (a >= b at the bar before, a < b now), else 0; never NaN. */
  crossunder(a: Values, b: Values | number): Column;

  // Time, UTC. First: bar 0.
  /** Day of the week of each bar: 0 = Sunday … 6 = Saturday. */
  weekday(time: Values): Column;
  /** Hour of the day of each bar, in [0, 24): 14.5 is 14:30. */
  hour(time: Values): Column;
  /** Place of each bar in its session, 0 = first. One begins each day, `start` (default 0) hours after 00:00 UTC. */
  sessionBar(time: Values, start?: number): Column;
  /**
   * Closed bars of a higher time frame, `hours` long (4, 24; 168 = weeks from Saturday), shifted by `start` hours
   * (default 0). `align(x)` brings a column over them back to these bars: at bar t the value of the last one closed by
   * then. `const w = ta.resample(bars, 168); const weeklyRsi = w.align(ta.rsi(w.close, 14));`
   */
  resample(bars: Bars, hours: number, start?: number): HigherBars;
}

/** Bars of a higher time frame. */
export interface HigherBars extends Lines<"time" | "open" | "high" | "low" | "close" | "volume"> {
  align(x: Values): Column;
}

// For what `ta` lacks (candlestick patterns …) the global `ti` is the library technicalindicators: it takes and gives
// arrays (`Array.from(bars.close)`), results lack the bars of the warm-up, and some are rounded to two decimals.

/** A strategy: the default export of the module that you write. */
export interface Strategy {
  /** Short name for reports. */
  readonly name?: string;
  /** Called once with the whole history; answers with one target a bar. It must not change `bars`. */
  decide(bars: Bars, ta: Indicators): Positions;
}
