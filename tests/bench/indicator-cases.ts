import * as their from "technicalindicators";
import { ta } from "../../src/core/indicators/index.ts";

/** Columns of a market. */
export interface Market {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/** The same as plain arrays, which technicalindicators wants. */
export type PlainMarket = { readonly [name in keyof Market]: number[] };

/** One indicator in three libraries; the first column is the one compared. */
export interface IndicatorCase {
  readonly name: string;
  readonly ours: (m: Market) => Float64Array;
  readonly theirs?: (m: PlainMarket) => unknown;
}

/** What the bench of the indicators compares. */
export const indicatorCases: readonly IndicatorCase[] = [
  {
    name: "sma",
    ours: (m) => ta.sma(m.close, 20),
    theirs: (m) => their.SMA.calculate({ period: 20, values: m.close }),
  },
  {
    name: "ema",
    ours: (m) => ta.ema(m.close, 20),
    theirs: (m) => their.EMA.calculate({ period: 20, values: m.close }),
  },
  {
    name: "wma",
    ours: (m) => ta.wma(m.close, 20),
    theirs: (m) => their.WMA.calculate({ period: 20, values: m.close }),
  },
  {
    name: "rsi",
    ours: (m) => ta.rsi(m.close, 14),
    theirs: (m) => their.RSI.calculate({ period: 14, values: m.close }),
  },
  {
    name: "macd",
    ours: (m) => ta.macd(m.close, 12, 26, 9).macd,
    theirs: (m) =>
      their.MACD.calculate({
        values: m.close,
        fastPeriod: 12,
        slowPeriod: 26,
        signalPeriod: 9,
        SimpleMAOscillator: false,
        SimpleMASignal: false,
      }),
  },
  {
    name: "bollinger",
    ours: (m) => ta.bollinger(m.close, 20, 2).middle,
    theirs: (m) => their.BollingerBands.calculate({ period: 20, stdDev: 2, values: m.close }),
  },
  {
    name: "atr",
    ours: (m) => ta.atr(m.high, m.low, m.close, 14),
    theirs: ({ high, low, close }) => their.ATR.calculate({ period: 14, high, low, close }),
  },
  {
    name: "highest",
    ours: (m) => ta.highest(m.close, 20),
    theirs: (m) => their.Highest.calculate({ period: 20, values: m.close }),
  },
  {
    name: "stochastic",
    ours: (m) => ta.stochastic(m.high, m.low, m.close, 14, 3).k,
    theirs: ({ high, low, close }) => their.Stochastic.calculate({ period: 14, signalPeriod: 3, high, low, close }),
  },
  {
    name: "adx",
    ours: (m) => ta.adx(m.high, m.low, m.close, 14).adx,
    theirs: ({ high, low, close }) => their.ADX.calculate({ period: 14, high, low, close }),
  },
  { name: "correlation", ours: (m) => ta.correlation(m.close, m.volume, 20) },
  { name: "linregSlope", ours: (m) => ta.linregSlope(m.close, 20) },
  { name: "median", ours: (m) => ta.median(m.close, 21) },
  {
    name: "obv",
    ours: (m) => ta.obv(m.close, m.volume),
    theirs: ({ close, volume }) => their.OBV.calculate({ close, volume }),
  },
];
