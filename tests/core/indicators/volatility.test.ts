import { expect, test } from "vitest";
import { createRandom } from "../../../src/core/random.ts";
import { type Columns, columns, ta } from "./series.ts";

const { open, close, high, low, volume } = columns("volatility", 200);

const at = (x: Float64Array, t: number): number => x[t] ?? NaN;
const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;
const sample = (x: readonly number[]): number =>
  x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0) / (x.length - 1);

/** f of each of the n bars that end at t. */
const window = (t: number, n: number, f: (t: number) => number): number[] =>
  Array.from({ length: n }, (_, i) => f(t - n + 1 + i));

test.each([2, 10, 30])("volatilities of %i bars equal their authors' formulas", (n) => {
  const ours = {
    close: ta.closeVolatility(close, n),
    parkinson: ta.parkinson(high, low, n),
    garmanKlass: ta.garmanKlass(open, high, low, close, n),
    yangZhang: ta.yangZhang(open, high, low, close, n),
  };
  for (let t = n; t < close.length; t++) {
    const gaps = window(t, n, (i) => Math.log(at(open, i) / at(close, i - 1)));
    const bodies = window(t, n, (i) => Math.log(at(close, i) / at(open, i)));
    const ranges = window(t, n, (i) => Math.log(at(high, i) / at(low, i)));
    expect(ours.close[t]).toBeCloseTo(Math.sqrt(sample(window(t, n, (i) => at(ta.logReturns(close), i)))), 12);
    expect(ours.parkinson[t]).toBeCloseTo(Math.sqrt(mean(ranges.map((r) => r * r)) / (4 * Math.log(2))), 12);
    const terms = ranges.map((r, i) => 0.5 * r * r - (2 * Math.log(2) - 1) * (bodies[i] ?? NaN) ** 2);
    expect(ours.garmanKlass[t]).toBeCloseTo(Math.sqrt(mean(terms)), 12);
    const rogersSatchell = window(t, n, (i) => {
      const [o, h, l, c] = [at(open, i), at(high, i), at(low, i), at(close, i)];
      return Math.log(h / c) * Math.log(h / o) + Math.log(l / c) * Math.log(l / o);
    });
    const k = 0.34 / (1.34 + (n + 1) / (n - 1));
    const variance = sample(gaps) + k * sample(bodies) + (1 - k) * mean(rogersSatchell);
    expect(ours.yangZhang[t]).toBeCloseTo(Math.sqrt(variance), 12);
  }
});

/** Bars of 400 steps of a walk without drift, 1 % a bar, without gaps. */
function diffusion(bars: number): Columns {
  const random = createRandom("diffusion");
  const c = columns("diffusion", bars);
  let price = 100;
  for (let t = 0; t < bars; t++) {
    c.open[t] = c.high[t] = c.low[t] = price;
    for (let i = 0; i < 400; i++) {
      price *= Math.exp((random.normal() * 0.01) / 20);
      c.high[t] = Math.max(at(c.high, t), price);
      c.low[t] = Math.min(at(c.low, t), price);
    }
    c.close[t] = price;
  }
  return c;
}

test("all four find the 1 % a bar of a walk without gaps, those of ranges up to 8 % less, as steps miss ends", () => {
  const c = diffusion(1500);
  expect(ta.closeVolatility(c.close, 1499)[1499]).toBeCloseTo(0.01, 3);
  // A walk watched at 400 steps misses the ends of its range: about 0.9/√400 of it (Garman & Klass 1980, table 1).
  for (const found of [
    ta.parkinson(c.high, c.low, 1499),
    ta.garmanKlass(c.open, c.high, c.low, c.close, 1499),
    ta.yangZhang(c.open, c.high, c.low, c.close, 1499),
  ]) {
    expect(found[1499]).toBeGreaterThan(0.0092);
    expect(found[1499]).toBeLessThan(0.0101);
  }
});

test("a bar without a range: 0 by parkinson and garmanKlass, and no place for its volume in ad and cmf", () => {
  const flat = new Float64Array(10).fill(7);
  const traded = volume.slice(0, 10);
  expect(ta.parkinson(flat, flat, 3)[9]).toBe(0);
  expect(ta.garmanKlass(flat, flat, flat, flat, 3)[9]).toBe(0);
  expect(ta.closeVolatility(flat, 3)[9]).toBe(0);
  expect(ta.ad(flat, flat, flat, traded).every((value) => value === 0)).toBe(true);
  expect(ta.cmf(flat, flat, flat, traded, 3)[9]).toBe(0);
});

test("ad by hand: a close at the high adds the volume, at the low takes it, in the middle neither", () => {
  expect([...ta.ad([3, 3, 3], [1, 1, 1], [3, 1, 2], [10, 4, 7])]).toEqual([10, 6, 6]);
});

test("cmf is the sum of ad's steps over the volume, in [−1, 1]", () => {
  const total = ta.ad(high, low, close, volume);
  const ours = ta.cmf(high, low, close, volume, 20);
  for (let t = 20; t < close.length; t++) {
    const traded = volume.slice(t - 19, t + 1).reduce((sum, value) => sum + value, 0);
    expect(ours[t]).toBeCloseTo((at(total, t) - at(total, t - 20)) / traded, 9);
    expect(Math.abs(at(ours, t))).toBeLessThanOrEqual(1);
  }
});

test("ad of 0.1 a bar is exact to the last digit after 200,000 bars", () => {
  const bars = 200_000;
  const column = (value: number) => new Float64Array(bars).fill(value);
  const ours = ta.ad(column(2), column(1), column(2), column(0.1));
  expect(ours[bars - 1]).toBe(20_000);
});
