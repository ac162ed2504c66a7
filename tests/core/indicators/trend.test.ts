import { expect, test } from "vitest";
import { columns, ta } from "./series.ts";

// Averages, oscillators and trend indicators that technicalindicators does not have or defines otherwise, against their
// definitions written with the indicators tested elsewhere, and by hand.

const { close, high, low, volume } = columns("trend", 300);

function expectEqual(ours: Float64Array, wanted: (t: number) => number, from: number): void {
  for (let t = from; t < ours.length; t++) expect(ours[t], `bar ${t}`).toBeCloseTo(wanted(t), 9);
}

const at = (x: Float64Array, t: number): number => x[t] ?? NaN;

test("dema is 2e − ema(e), tema 3e − 3ema(e) + ema(ema(e))", () => {
  const e = ta.ema(close, 10);
  const [second, third] = [ta.ema(e, 10), ta.ema(ta.ema(e, 10), 10)];
  expectEqual(ta.dema(close, 10), (t) => 2 * at(e, t) - at(second, t), 18);
  expectEqual(ta.tema(close, 10), (t) => 3 * at(e, t) - 3 * at(second, t) + at(third, t), 27);
});

test("hma of 16 bars is wma(2·wma(8) − wma(16), 4)", () => {
  const [half, whole] = [ta.wma(close, 8), ta.wma(close, 16)];
  const raw = half.map((value, t) => 2 * value - at(whole, t));
  expect(ta.hma(close, 16)).toEqual(ta.wma(raw, 4));
  expect(ta.hma(close, 16).findIndex((value) => value > 0)).toBe(18);
});

test("hma follows a straight line without delay but for the rounding of its lengths", () => {
  const line = Float64Array.from({ length: 60 }, (_, t) => t);
  // wma(n) of a line is (n − 1)/3 behind: 2·(8 − 1)/3 − (16 − 1)/3 + (4 − 1)/3 = 2/3.
  expectEqual(ta.hma(line, 16), (t) => t - 2 / 3, 18);
});

test("kama by hand: efficiency 1 takes the fast weight, no change the slow one", () => {
  const [fast, slow] = [2 / 3, 2 / 31];
  expect(ta.kama([1, 2, 3], 2, 2, 30)[2]).toBeCloseTo(2 + fast ** 2, 14);
  // 1, 2, 3, 2: change 0 over a path of 2.
  const before = 2 + fast ** 2;
  expect(ta.kama([1, 2, 3, 2], 2, 2, 30)[3]).toBeCloseTo(before + slow ** 2 * (2 - before), 14);
  expect([...ta.kama([5, 5, 5, 5], 2, 2, 30)]).toEqual([NaN, NaN, 5, 5]);
});

test("ppo is macd in percent of the slow average, from the same bars on", () => {
  const [ours, macd, slow] = [ta.ppo(close, 12, 26, 9), ta.macd(close, 12, 26, 9).macd, ta.ema(close, 26)];
  expectEqual(ours.ppo, (t) => (100 * at(macd, t)) / at(slow, t), 25);
  expectEqual(ours.signal, (t) => at(ta.ema(ours.ppo, 9), t), 33);
  expectEqual(ours.histogram, (t) => at(ours.ppo, t) - at(ours.signal, t), 33);
});

test("macd takes fast above slow: the lines change their sign", () => {
  const [one, other] = [ta.macd(close, 12, 26, 9), ta.macd(close, 26, 12, 9)];
  expect(other.macd).toEqual(one.macd.map((value) => -value));
  expect(other.signal).toEqual(one.signal.map((value) => -value));
});

test("tsi is 100 for a rise, −100 for a fall, and the ratio of doubly smoothed changes between", () => {
  const rising = Float64Array.from({ length: 60 }, (_, t) => t * t);
  expectEqual(ta.tsi(rising, 25, 13), () => 100, 37);
  expectEqual(ta.tsi(rising.toReversed(), 25, 13), () => -100, 37);
  const moves = ta.diff(close);
  const top = ta.ema(ta.ema(moves, 25), 13);
  const bottom = ta.ema(ta.ema(moves.map(Math.abs), 25), 13);
  expectEqual(ta.tsi(close, 25, 13), (t) => (100 * at(top, t)) / at(bottom, t), 37);
});

test("ultimate weighs three shares of buying pressure in the true range 4, 2, 1", () => {
  const range = ta.trueRange(high, low, close);
  const pressure = close.map((value, t) => (t === 0 ? NaN : value - Math.min(at(low, t), at(close, t - 1))));
  const share = (n: number, t: number): number => at(ta.sum(pressure, n), t) / at(ta.sum(range, n), t);
  const ours = ta.ultimate(high, low, close, 7, 14, 28);
  for (const t of [28, 29, 100, 299]) {
    expect(ours[t]).toBeCloseTo((100 * (4 * share(7, t) + 2 * share(14, t) + share(28, t))) / 7, 9);
  }
});

test("aroon by hand: highs 1 5 2 3, the high of 4 bars was 2 ago, so up = 100·(3 − 2)/3", () => {
  const { up, down, oscillator } = ta.aroon([1, 5, 2, 3], [1, 4, 2, 3], 3);
  expect(up[3]).toBeCloseTo(100 / 3, 12);
  expect(down[3]).toBe(0);
  expect(oscillator[3]).toBeCloseTo(100 / 3, 12);
});

test("aroon is 100 up and 0 down all along a rise", () => {
  const rising = Float64Array.from({ length: 30 }, (_, t) => t + 1);
  const { up, down } = ta.aroon(rising, rising, 10);
  expectEqual(up, () => 100, 10);
  expectEqual(down, () => 0, 10);
});

test("psar by hand: a rise, then a bar through the stop", () => {
  const tops = [10, 11, 12, 13, 9];
  const bottoms = [9, 10, 11, 12, 8];
  const ours = ta.psar(tops, bottoms, 0.02, 0.2);
  // Long from the low 9; extreme 11: 9 + 0.02·2 = 9.04, not above the low of two bars 9, so 9.
  expect(ours[1]).toBe(9);
  // At 9; extreme 12 and pace 0.04 after bar 2: 9 + 0.04·3 = 9.12.
  expect(ours[2]).toBeCloseTo(9, 12);
  expect(ours[3]).toBeCloseTo(9.12, 12);
  // Bar 4 falls to 8: the stop turns to the extreme of the trade, 13.
  expect(ours[4]).toBe(13);
});

test("psar is outside the range of its bar, and of the bar before it, whichever side it is on", () => {
  const ours = ta.psar(high, low, 0.02, 0.2);
  for (let t = 1; t < ours.length; t++) {
    const stop = at(ours, t);
    const above = stop >= Math.max(at(high, t), at(high, t - 1)) - 1e-9;
    const below = stop <= Math.min(at(low, t), at(low, t - 1)) + 1e-9;
    expect(above || below, `bar ${t}`).toBe(true);
  }
});

test("psar of the mirrored market is the mirrored psar once both have turned", () => {
  const ours = ta.psar(high, low, 0.02, 0.2);
  const mirrored = ta.psar(
    low.map((value) => -value),
    high.map((value) => -value),
    0.02,
    0.2,
  );
  expectEqual(mirrored, (t) => -at(ours, t), 60);
});

test("supertrend: the line never loosens while the direction holds, and stands on the right side of the close", () => {
  const { line, direction } = ta.supertrend(high, low, close, 10, 2);
  let turns = 0;
  for (let t = 10; t < line.length; t++) {
    const side = at(direction, t);
    expect(side * (at(close, t) - at(line, t))).toBeGreaterThanOrEqual(0);
    if (t > 10 && direction[t] === direction[t - 1]) {
      expect(side * (at(line, t) - at(line, t - 1))).toBeGreaterThanOrEqual(0);
    } else turns++;
  }
  expect(turns).toBeGreaterThan(5);
});

test("supertrend by hand: bars of range 2, k = 1; a close below the lower band turns it", () => {
  const closes = [10, 11, 12, 13, 9];
  const { line, direction } = ta.supertrend(
    closes.map((value) => value + 1),
    closes.map((value) => value - 1),
    closes,
    2,
    1,
  );
  // atr 2 until bar 3 (true ranges 2); bands 12 ± 2, 13 ± 2.
  expect([...line.slice(0, 4)]).toEqual([NaN, NaN, 10, 11]);
  // Bar 4: true range max(10, 13) − 8 = 5, atr 3.5: upper band 9 + 3.5, tighter than 14 and 15.
  expect(line[4]).toBe(12.5);
  expect([...direction]).toEqual([NaN, NaN, 1, 1, -1]);
});

test("ichimoku spans are known at their bar: the cloud of a chart is their lag", () => {
  const { conversion, base, spanA, spanB } = ta.ichimoku(high, low, 9, 26, 52);
  for (const t of [51, 100, 299]) {
    const middle = (n: number): number =>
      (Math.max(...high.slice(t - n + 1, t + 1)) + Math.min(...low.slice(t - n + 1, t + 1))) / 2;
    expect([conversion[t], base[t], spanB[t]]).toEqual([middle(9), middle(26), middle(52)]);
    expect(spanA[t]).toBeCloseTo((middle(9) + middle(26)) / 2, 12);
  }
});

test("adx: a bar that moves as far up as down counts for neither side (Wilder 1978)", () => {
  const { plusDi, minusDi } = ta.adx([10, 12, 14, 15], [9, 7, 5, 5], [9.5, 9.5, 9.5, 9.5], 2);
  expect([plusDi[2], minusDi[2]]).toEqual([0, 0]);
  // Bar 3: the high moves 1 up, the low not; the average of 0 and 1 over that of ranges 5, 9, 10.
  expect(plusDi[3]).toBeCloseTo((100 * 0.5) / 8.5, 12);
});

test("natr is atr in percent of the close", () => {
  expectEqual(ta.natr(high, low, close, 14), (t) => (100 * at(ta.atr(high, low, close, 14), t)) / at(close, t), 14);
});

test("stochRsi: k is the averaged place of the rsi in its own range, pinned at 100 while it makes new highs", () => {
  const strength = ta.rsi(close, 14);
  const [top, bottom] = [ta.highest(strength, 14), ta.lowest(strength, 14)];
  const raw = strength.map((value, t) => (100 * (value - at(bottom, t))) / (at(top, t) - at(bottom, t)));
  const { k, d } = ta.stochRsi(close, 14, 14, 3, 5);
  expectEqual(k, (t) => at(ta.sma(raw, 3), t), 29);
  expectEqual(d, (t) => at(ta.sma(k, 5), t), 33);
});

test("forceIndex is the average of change times volume", () => {
  const force = ta.diff(close).map((value, t) => value * at(volume, t));
  expectEqual(ta.forceIndex(close, volume, 13), (t) => at(ta.ema(force, 13), t), 13);
});
