import { describe, expect, test } from "vitest";
import { easter } from "../../../../src/core/market/calendars/easter.ts";
import { newYorkOpen } from "../../../../src/core/market/calendars/new-york.ts";

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Weekdays of a year on which New York is closed. */
function closed(year: number): readonly string[] {
  const days: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    if (new Date(day).getUTCDay() % 6 !== 0 && newYorkOpen(day) === false) days.push(iso(day).slice(5));
  }
  return days;
}

describe("the holidays that the exchange announced", () => {
  test.each([
    [2024, ["01-01", "01-15", "02-19", "03-29", "05-27", "06-19", "07-04", "09-02", "11-28", "12-25"]],
    // New Year's Day 2022 was a Saturday: no day was kept for it, neither in 2021 nor in 2022.
    [2022, ["01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26"]],
    [2021, ["01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24"]],
    [2012, ["01-02", "01-16", "02-20", "04-06", "05-28", "07-04", "09-03", "10-29", "10-30", "11-22", "12-25"]],
    [1997, ["01-01", "02-17", "03-28", "05-26", "07-04", "09-01", "11-27", "12-25"]],
    [1980, ["01-01", "02-18", "04-04", "05-26", "07-04", "09-01", "11-04", "11-27", "12-25"]],
  ] as const)("of %d", (year, days) => {
    expect(closed(year)).toEqual(days);
  });
});

test("2001 had 248 sessions, four fewer than it would have had", () => {
  expect(261 - closed(2001).length).toBe(248);
});

test("before 1971 nothing is known", () => {
  expect(newYorkOpen(Date.UTC(1970, 11, 25))).toBeUndefined();
});

test("Easter was on 31 March 2024, 25 April 1943 (the latest) and 22 March 1818 (the earliest)", () => {
  expect([2024, 1943, 1818].map((year) => iso(easter(year)))).toEqual(["2024-03-31", "1943-04-25", "1818-03-22"]);
});
