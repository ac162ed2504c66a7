import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthlyReturns } from "../../../src/core/metrics/monthly-returns.ts";
import { totalReturn } from "../../../src/core/metrics/total-return.ts";
import { yearlyReturns } from "../../../src/core/metrics/yearly-returns.ts";
import { createRandom } from "../../../src/core/random.ts";
import { compounded, mixedReturns } from "./published.ts";

const dayMs = 86_400_000;

/** `count` opening times, `step` days apart; the first is the starting bar, so the first return falls on the second. */
function times(first: string, step: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Date.parse(first) + i * step * dayMs);
}

describe("empyrical's own tests of aggregate_returns", () => {
  // simple_benchmark: 0 and 1 % in turn on nine days from 2000-01-30 on.
  const equity = compounded([0, 0.01, 0, 0.01, 0, 0.01, 0, 0.01, 0]);
  const time = times("2000-01-29", 1, 10);
  test("simple_benchmark by months is 0.01 and 0.030301, by years 0.04060401", () => {
    const [row, ...others] = monthlyReturns(time, equity);
    expect(others).toEqual([]);
    expect(row?.year).toBe(2000);
    expect(row?.months[0]).toBeCloseTo(0.01, 13);
    expect(row?.months[1]).toBeCloseTo(0.030301, 13);
    expect(row?.months.slice(2)).toEqual(new Array(10).fill(null));
    expect(yearlyReturns(time, equity)).toEqual([{ year: 2000, return: row?.total }]);
    expect(row?.total).toBeCloseTo(0.04060401, 13);
  });
  // weekly_returns: mixed_returns on nine Sundays from 2000-01-30 on, the first of which has none.
  test("weekly_returns by months is 0, 0.0878912 and −0.0450046, by years 0.0389310917…", () => {
    const weekly = compounded([0, ...mixedReturns]);
    const [row] = monthlyReturns(times("2000-01-23", 7, 10), weekly);
    expect(row?.months[0]).toBe(0);
    expect(row?.months[1]).toBeCloseTo(0.0878912, 12);
    expect(row?.months[2]).toBeCloseTo(-0.0450046, 12);
    expect(row?.total).toBeCloseTo(0.03893109170048, 12);
  });
});

test("the S&P 500 fell 16.94 % in October 2008: 1166.36 → 968.75", () => {
  const time = ["2008-09-29", "2008-09-30", "2008-10-31"].map((day) => Date.parse(day));
  expect(monthlyReturns(time, [1106.42, 1166.36, 968.75])[0]?.months[9]).toBeCloseTo(-0.1694, 4);
});

test("a month without bars is null, and the month after it has the whole move across the gap", () => {
  const time = ["2024-01-31", "2024-02-01", "2024-02-29", "2024-04-01"].map((day) => Date.parse(day));
  const [row] = monthlyReturns(time, [100, 110, 121, 60.5]);
  expect(row?.months).toEqual([null, 0.21, null, -0.5, ...new Array(8).fill(null)]);
});

test("a year without bars is a row of nulls", () => {
  const time = ["2022-12-30", "2023-12-29", "2025-01-02"].map((day) => Date.parse(day));
  const rows = monthlyReturns(time, [100, 125, 100]);
  expect(rows.map(({ year, total }) => [year, total])).toEqual([
    [2023, 0.25],
    [2024, null],
    [2025, -0.2],
  ]);
  expect(rows[1]?.months).toEqual(new Array(12).fill(null));
});

test("a bar belongs to the month in which it opens, of UTC: 31 January 23:55 is January", () => {
  const time = ["2024-01-31T23:50Z", "2024-01-31T23:55Z", "2024-02-01T00:00Z"].map((instant) => Date.parse(instant));
  expect(monthlyReturns(time, [1, 2, 3])[0]?.months.slice(0, 2)).toEqual([1, 0.5]);
});

test("times before 1970 have their years too", () => {
  const time = ["1969-12-30", "1969-12-31", "1970-01-02"].map((day) => Date.parse(day));
  expect(yearlyReturns(time, [1, 2, 3])).toEqual([
    { year: 1969, return: 1 },
    { year: 1970, return: 0.5 },
  ]);
});

test("ruin is a month of −1, and the months after it are 0", () => {
  const time = times("2024-01-01", 31, 4);
  expect(monthlyReturns(time, [100, 100, 0, 0])[0]?.months.slice(0, 5)).toEqual([null, 0, -1, 0, null]);
});

test("no rows for no bars or one; unequal lengths are an error", () => {
  expect([monthlyReturns([], []), yearlyReturns([0], [1])]).toEqual([[], []]);
  expect(() => yearlyReturns([0, 1], [1])).toThrow("time has 2 values, equity 1");
});

test("months compound to their year, years to the total return, at any step and gap", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 200 }), fc.constantFrom(0.5, 3, 20, 300), (seed, n, step) => {
      const random = createRandom(seed);
      let at = Date.parse("1999-12-01");
      const time = Float64Array.from({ length: n }, () => (at += step * dayMs * (0.1 + random.next())));
      const equity = compounded(Array.from({ length: n - 1 }, () => 0.05 * random.normal()));
      const grown = (parts: readonly (number | null)[]): number =>
        parts.reduce<number>((g, r) => g * (1 + (r ?? 0)), 1);
      const rows = monthlyReturns(time, equity);
      for (const row of rows) expect(grown(row.months)).toBeCloseTo(1 + (row.total ?? 0), 9);
      expect(grown(rows.map((row) => row.total)) / (1 + (totalReturn(equity) ?? 0))).toBeCloseTo(1, 9);
    }),
    { numRuns: 60 },
  );
});
