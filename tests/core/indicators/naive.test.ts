import { expect, test } from "vitest";
import { columns, ta } from "./series.ts";

// What technicalindicators does not have, against the definition written out for each window.

const { close, volume, high, low } = columns("naive", 250);

function expectWindows(ours: Float64Array, n: number, of: (window: number[], t: number) => number): void {
  for (let t = n - 1; t < ours.length; t++) {
    const wanted = of([...close.slice(t - n + 1, t + 1)], t);
    expect(ours[t], `bar ${t}`).toBeCloseTo(wanted, 9);
  }
}

const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;

for (const n of [2, 3, 20, 97]) {
  test(`windows of ${n}: wma, median, zscore, linregSlope, correlation, vwma and percentRank by definition`, () => {
    expectWindows(
      ta.wma(close, n),
      n,
      (x) => x.reduce((sum, value, i) => sum + value * (i + 1), 0) / ((n * (n + 1)) / 2),
    );
    expectWindows(ta.median(close, n), n, (x) => {
      const sorted = x.toSorted((a, b) => a - b);
      return ((sorted[Math.floor((n - 1) / 2)] ?? NaN) + (sorted[Math.floor(n / 2)] ?? NaN)) / 2;
    });
    expectWindows(ta.zscore(close, n), n, (x) => {
      const m = mean(x);
      return ((x.at(-1) ?? NaN) - m) / Math.sqrt(mean(x.map((value) => (value - m) ** 2)));
    });
    expectWindows(ta.linregSlope(close, n), n, (x) => {
      const [mx, mi] = [mean(x), (n - 1) / 2];
      const products = x.reduce((sum, value, i) => sum + (value - mx) * (i - mi), 0);
      return products / x.reduce((sum, _, i) => sum + (i - mi) ** 2, 0);
    });
    expectWindows(ta.correlation(close, volume, n), n, (x, t) => {
      const y = [...volume.slice(t - n + 1, t + 1)];
      const [mx, my] = [mean(x), mean(y)];
      const covariance = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? NaN) - my), 0);
      const squares = (z: number[], m: number) => z.reduce((sum, value) => sum + (value - m) ** 2, 0);
      return covariance / Math.sqrt(squares(x, mx) * squares(y, my));
    });
    expectWindows(ta.vwma(close, volume, n), n, (x, t) => {
      const v = volume.slice(t - n + 1, t + 1);
      return x.reduce((sum, value, i) => sum + value * (v[i] ?? NaN), 0) / v.reduce((sum, value) => sum + value, 0);
    });
    expectWindows(ta.percentRank(close, n).slice(1), n, (x, t) => {
      const value = close[t + 1] ?? NaN;
      return (100 * x.filter((before) => before <= value).length) / n;
    });
  });
}

test("donchian is the highest high, the lowest low and the middle between them", () => {
  const { upper, middle, lower } = ta.donchian(high, low, 20);
  for (let t = 19; t < close.length; t++) {
    expect(upper[t]).toBe(Math.max(...high.slice(t - 19, t + 1)));
    expect(lower[t]).toBe(Math.min(...low.slice(t - 19, t + 1)));
    expect(middle[t]).toBe(((upper[t] ?? NaN) + (lower[t] ?? NaN)) / 2);
  }
});

test("worked by hand: each with three or four values", () => {
  const nan = NaN;
  expect([...ta.sma([1, 2, 3, 5], 2)]).toEqual([nan, 1.5, 2.5, 4]);
  expect([...ta.ema([2, 4, 12], 2)]).toEqual([nan, 3, 9]);
  expect([...ta.wilder([2, 4, 7], 2)]).toEqual([nan, 3, 5]);
  expect([...ta.lag([1, 2, 3], 1)]).toEqual([nan, 1, 2]);
  expect([...ta.diff([1, 3, 2])]).toEqual([nan, 2, -1]);
  expect([...ta.momentum([1, 3, 2], 2)]).toEqual([nan, nan, 1]);
  expect([...ta.percentRank([1, 3, 2, 3], 2)]).toEqual([nan, nan, 50, 100]);
  expect([...ta.logReturns([1, Math.E, -1, 2])]).toEqual([nan, 1, nan, nan]);
  expect([...ta.obv([5, 6, 6, 4], [10, 20, 30, 40])]).toEqual([0, 20, 20, -20]);
  expect([...ta.crossover([1, 3, 3, 2, 4], 2)]).toEqual([0, 1, 0, 0, 1]);
  expect([...ta.crossunder([3, 1, 2, 2, 0], [2, 2, 2, 2, 2])]).toEqual([0, 1, 0, 0, 1]);
  expect([...ta.rsi([1, 2, 1, 1], 2)]).toEqual([nan, nan, 50, 50]);
});

test("divisions by 0 are NaN: nothing moved, nothing traded", () => {
  const flat = new Float64Array(30).fill(5);
  const none = new Float64Array(30);
  const outputs = [
    ta.zscore(flat, 5),
    ta.correlation(flat, close.slice(0, 30), 5),
    ta.rsi(flat, 5),
    ta.stochastic(flat, flat, flat, 5, 3).k,
    ta.williamsR(flat, flat, flat, 5),
    ta.cci(flat, flat, flat, 5),
    ta.adx(flat, flat, flat, 5).plusDi,
    ta.vwma(flat, none, 5),
    ta.mfi(flat, flat, flat, none, 5),
    ta.roc(none, 1),
  ];
  for (const output of outputs) expect(output.every(Number.isNaN)).toBe(true);
});

test("a price that only rises has an rsi of 100, one that only falls 0", () => {
  const rising = Float64Array.from({ length: 20 }, (_, t) => t + 1);
  expect(ta.rsi(rising, 5)[19]).toBe(100);
  expect(ta.rsi(rising.toReversed(), 5)[19]).toBe(0);
});
