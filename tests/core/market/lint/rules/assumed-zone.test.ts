import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row } from "../spoil.ts";

const minute = 60_000;
const share = { class: "equity", interval: "30m", timezone: "UTC", timezoneAssumed: true };

/** Bars of weekdays from 3 January 2000, from one minute of the day to before another. */
function sessions(from: number, to: number, step = 30, days = 20): Row[] {
  return calmRows((days * 1440) / step, step * minute).filter(({ time }) => {
    const at = (time / minute) % 1440;
    return new Date(time).getUTCDay() % 6 !== 0 && at >= from && at < to;
  });
}

test.each([
  ["9:30 to 16:00", sessions(570, 960), "09:30 to 16:00", "New York", "America/New_York"],
  ["9:30 to 16:00 by the hour", sessions(570, 960, 60), "10:00 to 16:00", "New York", "America/New_York"],
  [
    "9:35 to 16:00 in bars of five minutes that bear their ends",
    sessions(575, 965, 5),
    "09:35",
    "New York",
    "America/New_York",
  ],
  ["4:00 to 20:00", sessions(240, 1200), "04:00 to 20:00", "New York with its extended hours", "America/New_York"],
  ["9:15 to 15:30", sessions(555, 930, 15), "09:15 to 15:30", "Mumbai", "Asia/Kolkata"],
])("days of %s taken for UTC are those of an exchange, whose zone the advice names", (_, rows, day, exchange, zone) => {
  const [found, ...others] = findingsOf("assumed-zone", rows, share);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ level: "warning", row: null });
  expect(found?.found).toContain(day);
  expect(found?.found).toContain(`the hours of ${exchange}`);
  expect(found?.advice).toContain(`--timezone ${zone} `);
});

test("days that fit no exchange ask for the clock all the same", () => {
  const [found] = findingsOf("assumed-zone", sessions(120, 400), share);
  expect(found?.found).toMatch(/days run from 02:00 to 07:00, the hours of no exchange in UTC$/);
  expect(found?.advice).toContain("--timezone");
});

test("a zone that is known, a market that has no exchange, and days are not asked", () => {
  const rows = sessions(570, 960);
  expect(findingsOf("assumed-zone", rows, { ...share, timezoneAssumed: false })).toEqual([]);
  expect(findingsOf("assumed-zone", rows, { ...share, class: "crypto" })).toEqual([]);
  expect(findingsOf("assumed-zone", calmRows(300), { ...share, interval: "1d" })).toEqual([]);
});
