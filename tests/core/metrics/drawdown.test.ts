import { describe, expect, test } from "vitest";
import { deepestDrawdown } from "../../../src/core/metrics/deepest-drawdown.ts";
import { maxDrawdown } from "../../../src/core/metrics/max-drawdown.ts";
import { maxDrawdownBars } from "../../../src/core/metrics/max-drawdown-bars.ts";

describe("maxDrawdown", () => {
  test("of 100 → 120 → 90 → 130 is 0.25", () => expect(maxDrawdown([100, 120, 90, 130])).toBe(0.25));
  test("of Investopedia's 500 → 750 → 400 → 600 → 350 → 800 is 53.33 %", () => {
    expect(maxDrawdown([500, 750, 400, 600, 350, 800])).toBeCloseTo(0.5333, 4);
  });
  test("counts the starting equity as a peak: 100 → 80 is 0.2", () => {
    expect(maxDrawdown([100, 80])).toBeCloseTo(0.2, 15);
  });
  test("of what never falls is 0, at ruin 1, without bars null", () => {
    expect([maxDrawdown([1, 1, 2]), maxDrawdown([1]), maxDrawdown([1, 0, 0]), maxDrawdown([])]).toEqual([
      0,
      0,
      1,
      null,
    ]);
  });
});

describe("maxDrawdownBars", () => {
  test("of 100 → 120 → 90 → 130 is 2, from the peak to its recovery", () => {
    expect(maxDrawdownBars([100, 120, 90, 130])).toBe(2);
  });
  test("without recovery runs to the last bar", () => expect(maxDrawdownBars([100, 120, 90, 100, 110])).toBe(3));
  test("is that of the deepest drawdown, not of the longest", () => {
    expect(maxDrawdownBars([100, 99, 99, 99, 99, 100, 50, 100])).toBe(2);
  });
  test("of two falls of one depth is that of the first", () => {
    expect(maxDrawdownBars([100, 50, 100, 50, 50, 100])).toBe(2);
  });
  test("starts at the first bar of a flat peak", () => expect(maxDrawdownBars([90, 100, 100, 90, 100])).toBe(3));
  test("of what never falls is 0, at ruin to the end, without bars null", () => {
    expect([maxDrawdownBars([1, 2]), maxDrawdownBars([1, 2, 0, 0, 0]), maxDrawdownBars([])]).toEqual([0, 3, null]);
  });
});

describe("rounding is no drawdown", () => {
  test("of 1 → 1 − 1e-16 is 0 in depth and length", () => {
    expect([maxDrawdown([1, 1 - 2 ** -53, 1]), maxDrawdownBars([1, 1 - 2 ** -53, 1])]).toEqual([0, 0]);
  });
  test("a peak reached again but for rounding is a recovery: 1 → 0.4 → 1 − 1e-16 is 2 bars", () => {
    expect(maxDrawdownBars([1, 0.4, 1 - 2 ** -53, 0.9])).toBe(2);
  });
  test("a fall after it starts at that bar: 1 → 0.4 → 1 − 1e-16 → 0.3 is 1 bar", () => {
    expect(maxDrawdownBars([1, 0.4, 1 - 2 ** -53, 0.3])).toBe(1);
  });
  test("a flat peak that wavers by rounding counts from its first bar", () => {
    expect(maxDrawdownBars([1, 1 - 2 ** -53, 1, 1 + 2 ** -52, 0.9])).toBe(4);
  });
});

test("deepestDrawdown of 100 → 120 → 90 → 130: peak at bar 1, trough at 2, recovery at 3", () => {
  expect(deepestDrawdown([100, 120, 90, 130])).toEqual({ depth: 0.25, peakBar: 1, troughBar: 2, recoveryBar: 3 });
  expect(deepestDrawdown([1, 1])).toBeNull();
});
