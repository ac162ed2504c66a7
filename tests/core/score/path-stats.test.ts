import { describe, expect, test } from "vitest";
import { pathStats } from "../../../src/core/score/path-stats.ts";
import { backtestOf, heldCourse } from "./make-path.ts";

function statsOf(close: readonly number[], equity: readonly number[], position?: readonly number[]) {
  const bars = close.length;
  const course = {
    close: Float64Array.from(close),
    equity: Float64Array.from(equity),
    position: Float64Array.from(position ?? new Array<number>(bars).fill(0)),
  };
  return pathStats({ close: course.close, backtest: backtestOf(course) });
}

describe("pathStats", () => {
  test("of closes 1, e, 1 has σ √2 and T 2", () => {
    const stats = statsOf([1, Math.E, 1], [1, 1, 1]);
    expect(stats.returns).toBe(2);
    expect(stats.sigma).toBeCloseTo(Math.SQRT2, 15);
  });

  test("of equity 100 → 120 → 90 → 130 has run-up ln(130/90), drawdown ln(120/90), growth ln 1.3", () => {
    const stats = statsOf([10, 11, 10, 11], [100, 120, 90, 130]);
    expect(stats.runUp).toBeCloseTo(Math.log(130 / 90), 14);
    expect(stats.drawdown).toBeCloseTo(Math.log(120 / 90), 14);
    expect(stats.logGrowth).toBeCloseTo(Math.log(1.3), 14);
    expect(stats.z).toBeCloseTo(Math.log(1.3) / (stats.sigma * Math.sqrt(3)), 14);
  });

  test("has the moments of r/σ: returns 0.2, −0.25, 4/9", () => {
    const stats = statsOf([10, 11, 10, 11], [100, 120, 90, 130]);
    expect(stats.moments.count).toBe(3);
    expect(stats.moments.mean * stats.sigma).toBeCloseTo((0.2 - 0.25 + 4 / 9) / 3, 14);
  });

  test("counts exposure from bar 1 on: positions 9, 0.5, −1, 0 are 0.5", () => {
    expect(statsOf([1, 2, 1, 2], [1, 1, 1, 1], [9, 0.5, -1, 0]).exposure).toBe(0.5);
  });

  test("floors ruin at 1e-6 of the start: growth and drawdown are ln 1e6, later returns are 0", () => {
    const stats = statsOf([1, 2, 1, 2], [100, 0, 0, 0]);
    expect(stats.logGrowth).toBeCloseTo(-Math.log(1e6), 12);
    expect(stats.drawdown).toBeCloseTo(Math.log(1e6), 12);
    expect(stats.moments.mean * stats.sigma).toBeCloseTo(-1 / 3, 14);
    expect(stats.runUp).toBe(0);
  });

  test("of closes that never move measures nothing: σ, z and moments are 0", () => {
    const stats = statsOf([5, 5, 5], [1, 1.1, 1.2]);
    expect([stats.sigma, stats.z, stats.moments.mean, stats.moments.m2]).toEqual([0, 0, 0, 0]);
    expect(stats.logGrowth).toBeCloseTo(Math.log(1.2), 14);
  });

  test("refuses a single bar and columns of different lengths", () => {
    expect(() => statsOf([1], [1])).toThrow(/1 closes/);
    expect(() => statsOf([1, 2, 3], [1, 2])).toThrow(/3 closes, 2 equities/);
  });

  test("scaling every price or the starting equity by a power of 2 changes no number", () => {
    const course = heldCourse("scale");
    const scaled = { ...course, close: course.close.map((c) => 8 * c), equity: course.equity.map((e) => e / 1024) };
    const stats = pathStats({ close: course.close, backtest: backtestOf(course) });
    expect(pathStats({ close: scaled.close, backtest: backtestOf(scaled) })).toEqual(stats);
  });

  test("does not change its input", () => {
    const course = heldCourse("pure");
    const copy = structuredClone(course);
    pathStats({ close: course.close, backtest: backtestOf(course) });
    expect(course).toEqual(copy);
  });
});
