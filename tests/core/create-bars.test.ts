import { describe, expect, test } from "vitest";
import { type BarsInput, createBars } from "../../src/core/create-bars.ts";

test("closes alone make daily bars that open at the close before, 252 a year, volume unknown", () => {
  expect(createBars({ close: [100, 102, 101] })).toEqual({
    length: 3,
    time: Float64Array.of(0, 86_400_000, 172_800_000),
    open: Float64Array.of(100, 100, 102),
    high: Float64Array.of(100, 102, 102),
    low: Float64Array.of(100, 100, 101),
    close: Float64Array.of(100, 102, 101),
    volume: Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
    barsPerYear: 252,
  });
});

test("columns are copied: the caller's later changes do not reach the bars", () => {
  const close = [100, 101];
  const bars = createBars({ close });
  close[0] = 7;
  expect(bars.close[0]).toBe(100);
});

test("bars per year are inferred from times: every day of the week is 365, 1 a month is 12", () => {
  const every = (days: number): number[] => Array.from({ length: 60 }, (_, t) => t * days * 86_400_000);
  const close = new Float64Array(60).fill(1);
  expect(createBars({ close, time: every(1) }).barsPerYear).toBe(365);
  expect(createBars({ close, time: every(30) }).barsPerYear).toBe(12);
  expect(createBars({ close, time: every(30), barsPerYear: 13 }).barsPerYear).toBe(13);
});

test("no bars are bars", () => expect(createBars({ close: [] }).length).toBe(0));

describe("what no market can have is refused, with its place", () => {
  test.each([
    [{ close: [1, 0] }, "close[1] is 0: it must be a price above 0"],
    [{ close: [1, Number.NaN] }, "is NaN: it must be a number"],
    [{ close: [1, 2], high: [1, 1.5] }, "high[1] is 1.5: it must be at least 2"],
    [{ close: [1, 2], time: [5, 5] }, "time[1] is 5: it must be a time after the bar before it"],
    [{ close: [1, 2], open: [1] }, "open has 1 values, close 2"],
    [{ close: [1, 2], barsPerYear: 0 }, "barsPerYear is 0"],
  ])("%j", (input, message) => {
    expect(() => createBars(input)).toThrow(message);
  });
});

test.each([
  [undefined, "close is nothing"],
  [{}, "close is nothing: it must be an array of numbers, e.g. createBars({ close: [100, 102, 101] })"],
  [{ close: 5 }, "close is 5"],
  [{ close: "123" }, 'close is "123"'],
  [{ close: [1], volume: null }, "volume is null"],
])("of %j no bars are made out of nothing", (input, message) => {
  expect(() => createBars(input as unknown as BarsInput)).toThrow(message);
});
