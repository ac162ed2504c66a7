import { expect, test } from "vitest";
import { columns, ta } from "./series.ts";

// Statistics of windows against their definitions, written out for each window in two passes.

const { close, open, high, low, volume } = columns("windows", 260);

function expectWindows(ours: Float64Array, n: number, of: (window: number[], t: number) => number): void {
  for (let t = n - 1; t < ours.length; t++) {
    const wanted = of([...close.slice(t - n + 1, t + 1)], t);
    if (Number.isNaN(wanted)) expect(ours[t], `bar ${t}`).toBeNaN();
    else expect(ours[t], `bar ${t}`).toBeCloseTo(wanted, 8);
  }
}

const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;
const moment = (x: readonly number[], k: number): number => mean(x.map((value) => (value - mean(x)) ** k));

for (const n of [2, 3, 20, 97]) {
  test(`windows of ${n}: sum, skew, kurtosis, linreg, beta, argmax, argmin equal their definitions`, () => {
    expectWindows(ta.sum(close, n), n, (x) => x.reduce((sum, value) => sum + value, 0));
    expectWindows(ta.skew(close, n), n, (x) => moment(x, 3) / moment(x, 2) ** 1.5);
    expectWindows(ta.kurtosis(close, n), n, (x) => moment(x, 4) / moment(x, 2) ** 2 - 3);
    expectWindows(ta.linreg(close, n), n, (x) => {
      const products = mean(x.map((value, i) => (value - mean(x)) * (i - (n - 1) / 2)));
      return mean(x) + ((products / ((n * n - 1) / 12)) * (n - 1)) / 2;
    });
    expectWindows(ta.beta(close, volume, n), n, (x, t) => {
      const v = [...volume.slice(t - n + 1, t + 1)];
      return mean(x.map((value, i) => (value - mean(x)) * ((v[i] ?? NaN) - mean(v)))) / moment(v, 2);
    });
    expectWindows(ta.argmax(close, n), n, (x) => n - 1 - x.lastIndexOf(Math.max(...x)));
    expectWindows(ta.argmin(close, n), n, (x) => n - 1 - x.lastIndexOf(Math.min(...x)));
  });

  test.each([0, 0.1, 0.25, 0.5, 0.9, 1])(`quantile %f of ${n} values lies between its neighbours`, (q) => {
    expectWindows(ta.quantile(close, n, q), n, (x) => {
      const sorted = x.toSorted((a, b) => a - b);
      const place = q * (n - 1);
      const [low = NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
      return low + (high - low) * (place - Math.floor(place));
    });
  });
}

test("the published example of scipy's skew and kurtosis", () => {
  // scipy.stats documents skew([2, 8, 0, 4, 1, 9, 9, 0]) = 0.2650554122698573.
  expect(ta.skew([2, 8, 0, 4, 1, 9, 9, 0], 8)[7]).toBeCloseTo(0.2650554122698573, 13);
  // 1 … 5: m2 = 2, m4 = 6.8, so 6.8/4 − 3.
  expect(ta.kurtosis([1, 2, 3, 4, 5], 5)[4]).toBeCloseTo(-1.3, 13);
});

test("the published example of pandas' and numpy's linear quantile: 0.1 of 1 … 4 is 1.3", () => {
  expect(ta.quantile([1, 2, 3, 4], 4, 0.1)[3]).toBeCloseTo(1.3, 15);
});

test("quantiles 0, 0.5 and 1 are lowest, median and highest", () => {
  for (const n of [1, 2, 7, 20]) {
    expect(ta.quantile(close, n, 0)).toEqual(ta.lowest(close, n));
    expect(ta.quantile(close, n, 0.5)).toEqual(ta.median(close, n));
    expect(ta.quantile(close, n, 1)).toEqual(ta.highest(close, n));
  }
});

test("of equal highs the latest counts", () => {
  expect([...ta.argmax([5, 5, 1, 5, 2, 2], 3)]).toEqual([NaN, NaN, 1, 0, 1, 2]);
  expect([...ta.argmin([1, 1, 5, 1, 4, 4], 3)]).toEqual([NaN, NaN, 1, 0, 1, 2]);
});

test("the value argmax bars ago is the highest", () => {
  const [ago, top] = [ta.argmax(high, 30), ta.highest(high, 30)];
  for (let t = 29; t < high.length; t++) expect(high[t - (ago[t] ?? NaN)]).toBe(top[t]);
});

test("beta of a column on itself is 1, and of 3x + 1 on x is 3", () => {
  const line = close.map((value) => 3 * value + 1);
  for (const value of ta.beta(close, close, 20).slice(19)) expect(value).toBe(1);
  for (const value of ta.beta(line, close, 20).slice(19)) expect(value).toBeCloseTo(3, 10);
});

test("correlation of a column with itself is 1, with its negative −1, with a constant NaN", () => {
  for (const value of ta.correlation(close, close, 20).slice(19)) expect(value).toBeCloseTo(1, 12);
  const negative = close.map((value) => -value);
  for (const value of ta.correlation(close, negative, 20).slice(19)) expect(value).toBeCloseTo(-1, 12);
  expect(ta.correlation(close, new Float64Array(260).fill(0.1), 20).every(Number.isNaN)).toBe(true);
});

test("lines: linreg of a straight line is the line, its slope the step", () => {
  const line = Float64Array.from({ length: 50 }, (_, t) => 7 - 0.25 * t);
  for (let t = 9; t < 50; t++) {
    expect(ta.linreg(line, 10)[t]).toBeCloseTo(line[t] ?? NaN, 12);
    expect(ta.linregSlope(line, 10)[t]).toBeCloseTo(-0.25, 12);
  }
});

test("a window of one bar: sma, ema, wma, median, highest are the value itself, stdev 0", () => {
  for (const name of ["sma", "ema", "wma", "wilder", "median", "highest", "lowest", "sum"] as const) {
    expect(ta[name](close, 1)).toEqual(close);
  }
  expect(ta.stdev(open, 1).every((value) => value === 0)).toBe(true);
  expect(ta.argmax(low, 1).every((value) => value === 0)).toBe(true);
});

test("a plain array gives the same numbers as a column", () => {
  expect(ta.sma([...close], 20)).toEqual(ta.sma(close, 20));
  expect(ta.correlation([...close], volume, 20)).toEqual(ta.correlation(close, volume, 20));
  expect(ta.atr([...high], [...low], [...close], 14)).toEqual(ta.atr(high, low, close, 14));
});

test("no bars give no values", () => {
  expect(ta.sma([], 3)).toHaveLength(0);
  expect(ta.skew([], 3)).toHaveLength(0);
  expect(ta.macd([], 1, 2, 3).signal).toHaveLength(0);
  expect(ta.psar([], [], 0.02, 0.2)).toHaveLength(0);
});
