import * as their from "technicalindicators";
import { expect, test } from "vitest";
import { columns, ta } from "./series.ts";

// Where technicalindicators defines the same thing, the numbers are the same. It differs, on purpose, in:
// RSI and MFI (rounded to 2 decimals), Wilder's smoothing (a sum, not an average), CrossUp (remembers the last side across equal
// values), PSAR and others not in the contract; it returns short columns without the warm-up.

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
