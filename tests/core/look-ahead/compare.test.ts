import { expect, it } from "vitest";
import {
  firstAllocationsDifference,
  firstDifference,
  firstPositionsDifference,
} from "../../../src/core/look-ahead/compare.ts";

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

const none = Number.NaN;

it("stops are compared beside targets: the earlier difference counts, the target before stops of one bar", () => {
  const full = { target: of(0, 1, 1), stopLoss: of(0.1, 0.1, 0.1) };
  const probed = { target: of(0, 1, 0), stopLoss: of(0.1, 0.2, 0.1) };
  expect(firstPositionsDifference(full, probed, 2)).toEqual({ column: "stopLoss", bar: 1, full: 0.1, probed: 0.2 });
  const both = { target: of(0, 0, 1), stopLoss: of(0.1, 0.2, 0.1) };
  expect(firstPositionsDifference(full, both, 2)).toEqual({ column: "target", bar: 1, full: 1, probed: 0 });
  expect(firstPositionsDifference(full, probed, 0)).toBeNull();
});

it("absent stops equal stops of NaN, and no others", () => {
  const bare = { target: of(0, 1) };
  expect(firstPositionsDifference(bare, { ...bare, trailingStop: of(none, none) }, 1)).toBeNull();
  const some = { ...bare, trailingStop: of(none, 0.1) };
  expect(firstPositionsDifference(bare, some, 1)).toEqual({ column: "trailingStop", bar: 1, full: none, probed: 0.1 });
  expect(firstPositionsDifference(some, bare, 1)?.probed).toBeNaN();
});

it("a column that has ended is null", () => {
  expect(firstPositionsDifference({ target: of(0, 1) }, { target: of(0) }, 1)).toMatchObject({ bar: 1, probed: null });
});

it("of several markets the earliest bar counts, and of markets that differ there the first", () => {
  const full = [of(0, 0, 0), of(0, 0, 0), of(0, 0, 0)].map((target) => ({ target }));
  const probed = [of(0, 0, 1), of(0, 1, 0), of(0, 1, 0)].map((target) => ({ target }));
  expect(firstAllocationsDifference(full, probed, 2)).toMatchObject({ market: 1, bar: 1, column: "target", probed: 1 });
  expect(firstAllocationsDifference(full, probed, 0)).toBeNull();
});
