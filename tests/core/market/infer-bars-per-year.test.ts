import { describe, expect, it } from "vitest";
import { inferBarsPerYear } from "../../../src/core/market/infer-bars-per-year.ts";

const hour = 3_600_000;
const day = 24 * hour;
const monday = Date.UTC(2024, 0, 1);

/** Every `step` from Monday 2024-01-01 on for `days`, where `open` says so. */
function times(step: number, days: number, open: (weekday: number, hourOfDay: number) => boolean): number[] {
  const all = Array.from({ length: (days * day) / step }, (_, i) => monday + i * step);
  return all.filter((time) => open(new Date(time).getUTCDay(), (time % day) / hour));
}

const weekdays = (weekday: number): boolean => weekday % 6 !== 0;

describe("inferBarsPerYear", () => {
  it.each([
    ["weekdays", times(day, 60, weekdays), 252],
    ["every day", times(day, 60, () => true), 365],
    ["five days from Monday on", times(day, 5, weekdays), 252],
    ["Sunday to Friday", times(day, 60, (weekday) => weekday !== 6), 312],
    ["weeks", times(7 * day, 700, () => true), 52],
    ["months of 30 days", times(30 * day, 900, () => true), 12],
    ["quarters of 91 days", times(91 * day, 1820, () => true), 4],
    ["years of 365 days", times(365 * day, 3650, () => true), 1],
    ["hours without a break", times(hour, 30, () => true), 8760],
    [
      "78 five-minute bars on weekdays",
      times(hour / 12, 10, (weekday, at) => weekdays(weekday) && at >= 14.5 && at < 21),
      19_656,
    ],
    [
      "hours from Sunday 22:00 to Friday 21:00",
      times(hour, 60, (weekday, at) => (weekday === 0 ? at >= 22 : weekday === 5 ? at < 21 : weekday !== 6)),
      6240,
    ],
    ["one bar", [monday], 252],
    ["no bar", [], 252],
  ])("%s", (_, time, wanted) => {
    expect(inferBarsPerYear(time)).toBe(wanted);
  });

  it("holidays and one special Saturday change nothing", () => {
    const time = times(day, 400, weekdays).filter((_, i) => i % 29 !== 0);
    expect(inferBarsPerYear([...time, monday + 404 * day].sort((a, b) => a - b))).toBe(252);
  });
});
