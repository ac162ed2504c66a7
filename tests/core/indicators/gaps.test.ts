import { describe, expect, test } from "vitest";
import { type Columns, columns, ta } from "./series.ts";

// What is kept from bar to bar starts again after a bar that is not finite; the loops that are written for speed give
// what the definition gives bar by bar.

const market = columns("gaps", 200);
const n = 14;

/** Wilder's (1978) lines by the definition, every average from the bar after the last that is not known. */
function adxByDefinition({ high, low, close }: Columns): { plusDi: number[]; minusDi: number[]; adx: number[] } {
  const lines = { plusDi: [] as number[], minusDi: [] as number[], adx: [] as number[] };
  const averages = { range: [] as number[], up: [] as number[], down: [] as number[], index: [] as number[] };
  const at = (x: Float64Array, t: number): number => x[t] ?? Number.NaN;
  const average = (values: readonly number[]): number =>
    values.reduce((mean, value, i) => mean + (value - mean) / Math.min(i + 1, n), 0);
  for (let t = 0; t < close.length; t++) {
    const rise = at(high, t) - at(high, t - 1);
    const fall = at(low, t - 1) - at(low, t);
    const range = Math.max(at(high, t), at(close, t - 1)) - Math.min(at(low, t), at(close, t - 1));
    if (Number.isFinite(rise + fall + range + at(close, t))) {
      averages.range.push(range);
      averages.up.push(rise > fall && rise > 0 ? rise : 0);
      averages.down.push(fall > rise && fall > 0 ? fall : 0);
    } else averages.range.length = averages.up.length = averages.down.length = 0;
    const known = averages.range.length >= n;
    const [up, down] = [average(averages.up), average(averages.down)];
    const index = known ? (100 * Math.abs(up - down)) / (up + down) : Number.NaN;
    if (Number.isNaN(index)) averages.index.length = 0;
    else averages.index.push(index);
    lines.plusDi.push(known ? (100 * up) / average(averages.range) : Number.NaN);
    lines.minusDi.push(known ? (100 * down) / average(averages.range) : Number.NaN);
    lines.adx.push(averages.index.length >= n ? average(averages.index) : Number.NaN);
  }
  return lines;
}

const flatStart = (x: Float64Array): Float64Array => x.map((value, t) => (t < 40 ? 100 : value));

describe.each([
  ["a walk", market],
  [
    "a market that stands still at first",
    { ...market, high: flatStart(market.high), low: flatStart(market.low), close: flatStart(market.close) },
  ],
  ["a high that is NaN at bar 100", { ...market, high: market.high.with(100, Number.NaN) }],
  ["a low that is infinite at bar 100", { ...market, low: market.low.with(100, Number.NEGATIVE_INFINITY) }],
  ["a close that is NaN at bar 20", { ...market, close: market.close.with(20, Number.NaN) }],
])("%s", (_, c) => {
  test("adx, plusDi and minusDi are those of the definition, bar by bar", () => {
    const ours = ta.adx(c.high, c.low, c.close, n);
    const wanted = adxByDefinition(c);
    for (const line of ["adx", "plusDi", "minusDi"] as const) {
      ours[line].forEach((value, t) => {
        const expected = wanted[line][t] ?? Number.NaN;
        if (Number.isNaN(expected)) expect(value, `${line} at ${t}`).toBeNaN();
        else expect(value, `${line} at ${t}`).toBeCloseTo(expected, 10);
      });
    }
  });

  test("atr is Wilder's average of the true range, to the last digit", () => {
    const range = ta.trueRange(c.high, c.low, c.close);
    expect(ta.atr(c.high, c.low, c.close, n)).toEqual(ta.wilder(range, n));
  });
});

test("after a close that is NaN, ema, rsi and macd are those of a market that starts there", () => {
  const x = market.close.with(60, Number.NaN);
  const later = market.close.slice(61);
  for (const of of [
    (values: Float64Array) => ta.ema(values, n),
    (values: Float64Array) => ta.rsi(values, n),
    (values: Float64Array) => ta.macd(values, 5, 12, 4).signal,
  ]) {
    expect(of(x).slice(61)).toEqual(of(later));
  }
});

test("obv starts again from 0 after a bar without price or volume", () => {
  const { NaN: nan, POSITIVE_INFINITY: infinite } = Number;
  expect([...ta.obv([5, 6, nan, 7, 8], [1, 2, 3, 4, 5])]).toEqual([0, 2, nan, 0, 5]);
  expect([...ta.obv([5, 6, 7, 6, 5], [1, 2, nan, 4, 5])]).toEqual([0, 2, nan, 0, -5]);
  expect([...ta.obv([infinite, 6, 7], [1, 2, 3])]).toEqual([nan, 0, 3]);
  expect([...ta.obv([], [])]).toEqual([]);
});

test("obv adds whole volumes exactly up to 2^53 − 1, and parts of them", () => {
  expect([...ta.obv([1, 2, 3, 2], [7, 2 ** 52, 2 ** 52 - 1, 1])]).toEqual([0, 2 ** 52, 2 ** 53 - 1, 2 ** 53 - 2]);
  expect([...ta.obv([3, 2, 2, 4], [1, 0.25, 9, 0.5])]).toEqual([0, -0.25, -0.25, 0.25]);
});

test("correlation and beta of whole numbers are those of the numbers in another unit", () => {
  const prices = market.close.map(Math.round);
  const parts = prices.map((price) => price / 8);
  expect(ta.correlation(prices, market.volume, n)).toEqual(ta.correlation(parts, market.volume, n));
  expect(ta.beta(prices, market.volume, n)).toEqual(ta.beta(parts, market.volume, n).map((slope) => 8 * slope));
});

test("a zscore of 1e7 plus moves of 1e-3 has 10 digits: that of 1 after n − 1 zeros is √(n − 1)", () => {
  const x = new Float64Array(60).fill(1e7).with(40, 1e7 + 2 ** -10);
  expect(ta.zscore(x, n)[40]).toBeCloseTo(Math.sqrt(n - 1), 10);
  // The mean distance is 2·(n − 1)/n² of the step, the step's own distance (n − 1)/n: their ratio n/2, over 0.015.
  expect(ta.cci(x, x, x, n)[40]).toBeCloseTo(n / 2 / 0.015, 9);
  expect(ta.zscore(x, n)[39]).toBeNaN();
  expect(ta.cci(x, x, x, n)[39]).toBeNaN();
});
