import { expect, it } from "vitest";
import { firstDifference } from "../../../src/core/look-ahead/compare.ts";

const of = (...values: number[]): Float64Array => Float64Array.from(values);

it("the first difference of 0 1 1 and 0 1 0 is bar 2", () => {
  expect(firstDifference(of(0, 1, 1), of(0, 1, 0), 2)).toBe(2);
});

it("bars after the cut do not count", () => {
  expect(firstDifference(of(0, 1, 1), of(0, 1, 0), 1)).toBeNull();
});

it("NaN equals NaN and no number; -0 equals 0", () => {
  expect(firstDifference(of(Number.NaN, -0), of(Number.NaN, 0), 1)).toBeNull();
  expect(firstDifference(of(Number.NaN), of(0), 0)).toBe(0);
});

it("one bit is a difference", () => {
  expect(firstDifference(of(0.3), of(0.1 + 0.2), 0)).toBe(0);
});

it("a column that ends before the cut differs where it ends", () => {
  expect(firstDifference(of(1, 1, 1), of(1, 1), 2)).toBe(2);
});
