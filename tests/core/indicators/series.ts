import { ta as members } from "../../../src/core/indicators/index.ts";
import { createRandom } from "../../../src/core/random.ts";
import type { Bars, Indicators } from "../../../strategies/contract.ts";

/** The indicators under their type in the contract: that this compiles is the test that the two agree. */
export const ta: Indicators = members;

/** Columns of a seeded walk. */
export interface Columns {
  /** Hourly from 2024-01-01 00:00 UTC, a Monday. */
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/** A seeded walk of n bars around 100, high and low on both sides of open and close. */
export function columns(seed: string, n: number): Columns {
  const random = createRandom(seed);
  const walk = { time: [], open: [], high: [], low: [], close: [], volume: [] } as Record<keyof Columns, number[]>;
  let price = 100;
  for (let t = 0; t < n; t++) {
    const open = price;
    price *= Math.exp(random.normal() * 0.02);
    walk.time.push(1_704_067_200_000 + t * 3_600_000);
    walk.open.push(open);
    walk.close.push(price);
    walk.high.push(Math.max(open, price) * (1 + random.next() * 0.01));
    walk.low.push(Math.min(open, price) * (1 - random.next() * 0.01));
    walk.volume.push(1 + random.int(1000));
  }
  const column = (name: keyof Columns) => Float64Array.from(walk[name]);
  return {
    time: column("time"),
    open: column("open"),
    high: column("high"),
    low: column("low"),
    close: column("close"),
    volume: column("volume"),
  };
}

/** The columns as a market. */
export function barsOf(c: Columns): Bars {
  return { length: c.time.length, barsPerYear: 8766, ...c };
}

/** One output column of one indicator over a set of columns, with the first bar that has a value. */
export interface Output {
  readonly name: string;
  readonly first: number;
  readonly of: (c: Columns) => Float64Array;
}

const n = 7;

/** Every output of every indicator, at lengths that fit a hundred bars. */
export const outputs: readonly Output[] = [
  { name: "sma", first: n - 1, of: (c) => ta.sma(c.close, n) },
  { name: "ema", first: n - 1, of: (c) => ta.ema(c.close, n) },
  { name: "wilder", first: n - 1, of: (c) => ta.wilder(c.close, n) },
  { name: "wma", first: n - 1, of: (c) => ta.wma(c.close, n) },
  { name: "vwma", first: n - 1, of: (c) => ta.vwma(c.close, c.volume, n) },
  { name: "dema", first: 2 * n - 2, of: (c) => ta.dema(c.close, n) },
  { name: "tema", first: 3 * n - 3, of: (c) => ta.tema(c.close, n) },
  { name: "hma", first: n, of: (c) => ta.hma(c.close, n) },
  { name: "kama", first: n, of: (c) => ta.kama(c.close, n, 2, 30) },
  { name: "sum", first: n - 1, of: (c) => ta.sum(c.close, n) },
  { name: "highest", first: n - 1, of: (c) => ta.highest(c.close, n) },
  { name: "lowest", first: n - 1, of: (c) => ta.lowest(c.close, n) },
  { name: "argmax", first: n - 1, of: (c) => ta.argmax(c.close, n) },
  { name: "argmin", first: n - 1, of: (c) => ta.argmin(c.close, n) },
  { name: "median", first: n - 1, of: (c) => ta.median(c.close, n) },
  { name: "quantile", first: n - 1, of: (c) => ta.quantile(c.close, n, 0.8) },
  { name: "percentRank", first: n, of: (c) => ta.percentRank(c.close, n) },
  { name: "stdev", first: n - 1, of: (c) => ta.stdev(c.close, n) },
  { name: "zscore", first: n - 1, of: (c) => ta.zscore(c.close, n) },
  { name: "skew", first: n - 1, of: (c) => ta.skew(c.close, n) },
  { name: "kurtosis", first: n - 1, of: (c) => ta.kurtosis(c.close, n) },
  { name: "linreg", first: n - 1, of: (c) => ta.linreg(c.close, n) },
  { name: "linregSlope", first: n - 1, of: (c) => ta.linregSlope(c.close, n) },
  { name: "correlation", first: n - 1, of: (c) => ta.correlation(c.close, c.volume, n) },
  { name: "beta", first: n - 1, of: (c) => ta.beta(c.close, c.volume, n) },
  { name: "lag", first: n, of: (c) => ta.lag(c.close, n) },
  { name: "diff", first: 1, of: (c) => ta.diff(c.close) },
  { name: "logReturns", first: 1, of: (c) => ta.logReturns(c.close) },
  { name: "momentum", first: n, of: (c) => ta.momentum(c.close, n) },
  { name: "roc", first: n, of: (c) => ta.roc(c.close, n) },
  { name: "rsi", first: n, of: (c) => ta.rsi(c.close, n) },
  { name: "stochRsi.k", first: n + 7, of: (c) => ta.stochRsi(c.close, n, 6, 3, 4).k },
  { name: "stochRsi.d", first: n + 10, of: (c) => ta.stochRsi(c.close, n, 6, 3, 4).d },
  { name: "macd.macd", first: 8, of: (c) => ta.macd(c.close, 4, 9, 3).macd },
  { name: "macd.signal", first: 10, of: (c) => ta.macd(c.close, 4, 9, 3).signal },
  { name: "macd.histogram", first: 10, of: (c) => ta.macd(c.close, 4, 9, 3).histogram },
  { name: "ppo.ppo", first: 8, of: (c) => ta.ppo(c.close, 4, 9, 3).ppo },
  { name: "ppo.signal", first: 10, of: (c) => ta.ppo(c.close, 4, 9, 3).signal },
  { name: "ppo.histogram", first: 10, of: (c) => ta.ppo(c.close, 4, 9, 3).histogram },
  { name: "tsi", first: 12, of: (c) => ta.tsi(c.close, 8, 5) },
  { name: "stochastic.k", first: n - 1, of: (c) => ta.stochastic(c.high, c.low, c.close, n, 3).k },
  { name: "stochastic.d", first: n + 1, of: (c) => ta.stochastic(c.high, c.low, c.close, n, 3).d },
  { name: "williamsR", first: n - 1, of: (c) => ta.williamsR(c.high, c.low, c.close, n) },
  { name: "cci", first: n - 1, of: (c) => ta.cci(c.high, c.low, c.close, n) },
  { name: "ultimate", first: 12, of: (c) => ta.ultimate(c.high, c.low, c.close, 3, 6, 12) },
  { name: "awesome", first: 12, of: (c) => ta.awesome(c.high, c.low, 5, 13) },
  { name: "aroon.up", first: n, of: (c) => ta.aroon(c.high, c.low, n).up },
  { name: "aroon.down", first: n, of: (c) => ta.aroon(c.high, c.low, n).down },
  { name: "aroon.oscillator", first: n, of: (c) => ta.aroon(c.high, c.low, n).oscillator },
  { name: "adx.adx", first: 2 * n - 1, of: (c) => ta.adx(c.high, c.low, c.close, n).adx },
  { name: "adx.plusDi", first: n, of: (c) => ta.adx(c.high, c.low, c.close, n).plusDi },
  { name: "adx.minusDi", first: n, of: (c) => ta.adx(c.high, c.low, c.close, n).minusDi },
  { name: "psar", first: 1, of: (c) => ta.psar(c.high, c.low, 0.02, 0.2) },
  { name: "supertrend.line", first: n, of: (c) => ta.supertrend(c.high, c.low, c.close, n, 2).line },
  { name: "supertrend.direction", first: n, of: (c) => ta.supertrend(c.high, c.low, c.close, n, 2).direction },
  { name: "ichimoku.conversion", first: 4, of: (c) => ta.ichimoku(c.high, c.low, 5, 12, 20).conversion },
  { name: "ichimoku.base", first: 11, of: (c) => ta.ichimoku(c.high, c.low, 5, 12, 20).base },
  { name: "ichimoku.spanA", first: 11, of: (c) => ta.ichimoku(c.high, c.low, 5, 12, 20).spanA },
  { name: "ichimoku.spanB", first: 19, of: (c) => ta.ichimoku(c.high, c.low, 5, 12, 20).spanB },
  { name: "trueRange", first: 1, of: (c) => ta.trueRange(c.high, c.low, c.close) },
  { name: "atr", first: n, of: (c) => ta.atr(c.high, c.low, c.close, n) },
  { name: "natr", first: n, of: (c) => ta.natr(c.high, c.low, c.close, n) },
  { name: "bollinger.middle", first: n - 1, of: (c) => ta.bollinger(c.close, n, 2).middle },
  { name: "bollinger.upper", first: n - 1, of: (c) => ta.bollinger(c.close, n, 2).upper },
  { name: "bollinger.lower", first: n - 1, of: (c) => ta.bollinger(c.close, n, 2).lower },
  { name: "keltner.middle", first: n - 1, of: (c) => ta.keltner(c.high, c.low, c.close, n, 2).middle },
  { name: "keltner.upper", first: n, of: (c) => ta.keltner(c.high, c.low, c.close, n, 2).upper },
  { name: "keltner.lower", first: n, of: (c) => ta.keltner(c.high, c.low, c.close, n, 2).lower },
  { name: "donchian.upper", first: n - 1, of: (c) => ta.donchian(c.high, c.low, n).upper },
  { name: "donchian.middle", first: n - 1, of: (c) => ta.donchian(c.high, c.low, n).middle },
  { name: "donchian.lower", first: n - 1, of: (c) => ta.donchian(c.high, c.low, n).lower },
  { name: "closeVolatility", first: n, of: (c) => ta.closeVolatility(c.close, n) },
  { name: "parkinson", first: n - 1, of: (c) => ta.parkinson(c.high, c.low, n) },
  { name: "garmanKlass", first: n - 1, of: (c) => ta.garmanKlass(c.open, c.high, c.low, c.close, n) },
  { name: "yangZhang", first: n, of: (c) => ta.yangZhang(c.open, c.high, c.low, c.close, n) },
  { name: "obv", first: 0, of: (c) => ta.obv(c.close, c.volume) },
  { name: "ad", first: 0, of: (c) => ta.ad(c.high, c.low, c.close, c.volume) },
  { name: "cmf", first: n - 1, of: (c) => ta.cmf(c.high, c.low, c.close, c.volume, n) },
  { name: "mfi", first: n, of: (c) => ta.mfi(c.high, c.low, c.close, c.volume, n) },
  { name: "forceIndex", first: n, of: (c) => ta.forceIndex(c.close, c.volume, n) },
  { name: "vwap", first: 0, of: (c) => ta.vwap(barsOf(c)) },
  { name: "crossover", first: 0, of: (c) => ta.crossover(c.close, c.open) },
  { name: "crossunder", first: 0, of: (c) => ta.crossunder(c.close, 100) },
  { name: "weekday", first: 0, of: (c) => ta.weekday(c.time) },
  { name: "hour", first: 0, of: (c) => ta.hour(c.time) },
  { name: "sessionBar", first: 0, of: (c) => ta.sessionBar(c.time) },
];
