import * as their from "technicalindicators";
import { expect, test } from "vitest";
import { columns, ta } from "./series.ts";

// Where technicalindicators defines the same thing, the numbers are the same. Its columns are shorter: it leaves the
// warm-up out. Where the definitions differ, who is right, and by which source:
// - RSI, MFI: rounded to 2 decimals. Wilder (1978) rounds nowhere.
// - SMA, BollingerBands and others: a running sum, which one NaN poisons for good; ours warms up again after it.
// - CrossUp, CrossDown: remember the last side across equal values; the contract looks at two bars.
// - ADL: rounded to whole numbers, and a bar without a range counts its whole volume as bought. Chaikin's multiplier is
//   0/0 there; TA-Lib adds nothing, and so do we.
// - PSAR: always starts long, has a value for bar 0, and takes a bar that only touches the stop for no reversal. Wilder
//   (1978) starts in the direction of the trade at hand and reverses on a touch; TA-Lib does as he, and so do we.
// - StochasticRSI: of the rounded RSI, and 0/0 as such; ours is of the RSI itself.
// - VWAP: since the first bar of the data. It is an average of a session everywhere else; ours starts with each.
// - IchimokuCloud: spans not shifted, as ours; nothing before the longest length, where ours has what is known.
// - AwesomeOscillator, ForceIndex: the same.

const { open, high, low, close, volume } = columns("technicalindicators", 300);
const plain = (x: Float64Array): number[] => [...x];
const bars = { high: plain(high), low: plain(low), close: plain(close), volume: plain(volume) };
const values = bars.close;

function expectTail(ours: Float64Array, theirs: readonly (number | undefined)[], digits = 8): void {
  expect(theirs.length).toBeGreaterThan(200);
  const offset = ours.length - theirs.length;
  theirs.forEach((value, i) => {
    if (value !== undefined) expect(ours[offset + i], `bar ${offset + i}`).toBeCloseTo(value, digits);
  });
}

test("moving averages equal SMA, EMA, WMA, WEMA", () => {
  expectTail(ta.sma(close, 20), their.SMA.calculate({ period: 20, values }));
  expectTail(ta.ema(close, 20), their.EMA.calculate({ period: 20, values }));
  expectTail(ta.wma(close, 20), their.WMA.calculate({ period: 20, values }));
  expectTail(ta.wilder(close, 14), their.WEMA.calculate({ period: 14, values }));
});

test("stdev equals SD; bollinger equals BollingerBands", () => {
  expectTail(ta.stdev(close, 20), their.SD.calculate({ period: 20, values }));
  const ours = ta.bollinger(close, 20, 2);
  const bands = their.BollingerBands.calculate({ period: 20, stdDev: 2, values });
  for (const band of ["middle", "upper", "lower"] as const) {
    expectTail(
      ours[band],
      bands.map((value) => value[band]),
    );
  }
});

test("highest and lowest equal Highest and Lowest", () => {
  expectTail(ta.highest(close, 10), their.Highest.calculate({ period: 10, values }));
  expectTail(ta.lowest(close, 10), their.Lowest.calculate({ period: 10, values }));
});

test("rsi equals RSI to its 2 decimals", () => {
  their.RSI.calculate({ period: 14, values }).forEach((value, i) => {
    expect(Math.abs((ta.rsi(close, 14)[14 + i] ?? NaN) - value)).toBeLessThan(0.00501);
  });
});

test("macd equals MACD with exponential averages", () => {
  const ours = ta.macd(close, 12, 26, 9);
  const lines = their.MACD.calculate({
    values,
    fastPeriod: 12,
    slowPeriod: 26,
    signalPeriod: 9,
    SimpleMAOscillator: false,
    SimpleMASignal: false,
  });
  expectTail(
    ours.macd,
    lines.map((line) => line.MACD),
  );
  expectTail(
    ours.signal,
    lines.map((line) => line.signal),
  );
  expectTail(
    ours.histogram,
    lines.map((line) => line.histogram),
  );
});

test("roc, trueRange, atr equal ROC, TrueRange, ATR", () => {
  expectTail(ta.roc(close, 12), their.ROC.calculate({ period: 12, values }));
  expectTail(ta.trueRange(high, low, close), their.TrueRange.calculate(bars));
  expectTail(ta.atr(high, low, close, 14), their.ATR.calculate({ period: 14, ...bars }));
});

test("stochastic, williamsR, cci equal Stochastic, WilliamsR, CCI", () => {
  const ours = ta.stochastic(high, low, close, 14, 3);
  const lines = their.Stochastic.calculate({ period: 14, signalPeriod: 3, ...bars });
  expectTail(
    ours.k,
    lines.map((line) => line.k),
  );
  expectTail(
    ours.d,
    lines.map((line) => line.d),
  );
  expectTail(ta.williamsR(high, low, close, 14), their.WilliamsR.calculate({ period: 14, ...bars }));
  // Their constant is written into the sum in another order: 6 digits.
  expectTail(ta.cci(high, low, close, 20), their.CCI.calculate({ period: 20, ...bars }), 6);
});

test("adx, plusDi, minusDi equal ADX's adx, pdi, mdi", () => {
  const ours = ta.adx(high, low, close, 14);
  const lines = their.ADX.calculate({ period: 14, ...bars });
  expectTail(
    ours.plusDi,
    lines.map((line) => line.pdi),
  );
  expectTail(
    ours.minusDi,
    lines.map((line) => line.mdi),
  );
  expectTail(
    ours.adx,
    lines.map((line) => line.adx),
  );
});

test("obv equals OBV from its second bar on; mfi equals MFI to its 2 decimals", () => {
  expectTail(ta.obv(close, volume), their.OBV.calculate(bars));
  their.MFI.calculate({ period: 14, ...bars }).forEach((value, i) => {
    expect(Math.abs((ta.mfi(high, low, close, volume, 14)[15 + i] ?? NaN) - value)).toBeLessThan(0.00501);
  });
});

test("keltner equals KeltnerChannels with exponential averages", () => {
  const ours = ta.keltner(high, low, close, 20, 1.5);
  const lines = their.KeltnerChannels.calculate({
    maPeriod: 20,
    atrPeriod: 20,
    useSMA: false,
    multiplier: 1.5,
    ...bars,
  });
  for (const band of ["middle", "upper", "lower"] as const) {
    expectTail(
      ours[band],
      lines.map((line) => line[band]),
    );
  }
});

test("crossover and crossunder equal CrossUp and CrossDown where values are never equal", () => {
  const up = their.CrossUp.calculate({ lineA: values, lineB: plain(open) });
  const down = their.CrossDown.calculate({ lineA: values, lineB: plain(open) });
  expect(plain(ta.crossover(close, open)).slice(1)).toEqual(up.slice(1).map(Number));
  expect(plain(ta.crossunder(close, open)).slice(1)).toEqual(down.slice(1).map(Number));
});

test("awesome, forceIndex, sum equal AwesomeOscillator, ForceIndex, Sum", () => {
  expectTail(
    ta.awesome(high, low, 5, 34),
    their.AwesomeOscillator.calculate({ ...bars, fastPeriod: 5, slowPeriod: 34, format: (value) => value }),
  );
  expectTail(ta.forceIndex(close, volume, 13), their.ForceIndex.calculate({ ...bars, period: 13 }));
  expectTail(ta.sum(close, 20), their.Sum.calculate({ period: 20, values }));
});

test("ichimoku equals IchimokuCloud where that has begun", () => {
  const ours = ta.ichimoku(high, low, 9, 26, 52);
  const lines = their.IchimokuCloud.calculate({
    ...bars,
    conversionPeriod: 9,
    basePeriod: 26,
    spanPeriod: 52,
    displacement: 26,
  });
  for (const name of ["conversion", "base", "spanA", "spanB"] as const) {
    expectTail(
      ours[name],
      lines.map((line) => line[name]),
    );
  }
});

test("stochRsi equals StochasticRSI but for the rounding of its RSI", () => {
  const ours = ta.stochRsi(close, 14, 14, 3, 3);
  const lines = their.StochasticRSI.calculate({ values, rsiPeriod: 14, stochasticPeriod: 14, kPeriod: 3, dPeriod: 3 });
  const offset = close.length - lines.length;
  lines.forEach((line, i) => {
    // An RSI off by 0.005 in a range of R moves the place in it by at most 100·0.01/R; the ranges here are above 5.
    expect(Math.abs((ours.k[offset + i] ?? NaN) - line.k)).toBeLessThan(0.2);
    expect(Math.abs((ours.d[offset + i] ?? NaN) - line.d)).toBeLessThan(0.2);
  });
});

test("ad equals ADL to its whole numbers", () => {
  const theirs = their.ADL.calculate(bars);
  const ours = ta.ad(high, low, close, volume);
  theirs.forEach((value, t) => {
    expect(Math.abs((ours[t] ?? NaN) - value)).toBeLessThanOrEqual(0.5 + 1e-6);
  });
});

test("vwap of one session equals VWAP", () => {
  const time = close.map((_, t) => t * 60_000);
  const ours = ta.vwap({ length: 300, time, open, high, low, close, volume, barsPerYear: 252 });
  expectTail(ours, their.VWAP.calculate(bars));
});

test("psar equals PSAR from bar 1 on where the market starts with a rise", () => {
  const theirs = their.PSAR.calculate({ ...bars, step: 0.02, max: 0.2 });
  expect(theirs).toHaveLength(300);
  expectTail(ta.psar(high, low, 0.02, 0.2), theirs.slice(1));
});

test("psar starts short in a fall, where PSAR starts long", () => {
  const [tops, bottoms] = [
    [10, 9.5, 9.9],
    [9, 8.9, 9],
  ];
  // Short from the high 10; long from the low 9, which bar 1 breaks: its stop turns to the high of bars 0 and 1 only
  // then.
  expect(ta.psar(tops, bottoms, 0.02, 0.2)[1]).toBe(10);
  expect(their.PSAR.calculate({ high: tops, low: bottoms, step: 0.02, max: 0.2 })[0]).toBe(9);
});

test("psar turns where a low only touches the stop, PSAR one bar later", () => {
  // Long from 9; bar 2 comes down to exactly 9.
  const [tops, bottoms] = [
    [10, 11, 10.5, 10],
    [9, 10, 9, 8],
  ];
  expect([...ta.psar(tops, bottoms, 0.02, 0.2)].slice(0, 3)).toEqual([NaN, 9, 11]);
  expect(their.PSAR.calculate({ high: tops, low: bottoms, step: 0.02, max: 0.2 })[2]).toBe(9);
});
