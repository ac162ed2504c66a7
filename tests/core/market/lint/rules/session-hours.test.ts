import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

const hour = 3_600_000;
const share = { class: "equity", interval: "30m", timezone: "America/New_York" };
const pair = { class: "fx", interval: "1h", timezone: "UTC" };

/** Half hours of New York in winter, 14:30 to 21:00 UTC, on weekdays from 3 January 2000, and quiet ones around them if wanted. */
function halfHours(extended = 0): Row[] {
  return calmRows(48 * 60, hour / 2).flatMap((row) => {
    const at = (row.time % (24 * hour)) / hour;
    if (new Date(row.time).getUTCDay() % 6 === 0) return [];
    if (at >= 14.5 && at < 21) return [row];
    return at >= 14.5 - extended && at < 21 + extended ? [{ ...row, volume: 100 }] : [];
  });
}

/** Hours of a currency pair in winter, Sunday 22:00 to Friday 22:00 UTC, from 2 January 2000. */
function pairHours(late: number): Row[] {
  return calmRows(24 * 60, hour)
    .filter(({ time }) => {
      const inWeek = (time - Date.UTC(2000, 0, 2, 22)) % (168 * hour);
      return inWeek >= 0 && inWeek < 120 * hour;
    })
    .map((row) => ({ ...row, time: row.time + late * hour }));
}

test("sessions of 9:30 to 16:00 fit New York", () => {
  expect(rulesFound(halfHours(), share)).toEqual(["closed-day"]);
});

test.each([5, -3])("bars %d hours late are in another zone", (late) => {
  const rows = halfHours().map((row) => ({ ...row, time: row.time + late * hour }));
  const [found] = findingsOf("time-zone", rows, share);
  expect(found).toMatchObject({ level: "warning", row: null });
  expect(found?.found).toContain(`${Math.abs(late)} hours ${late > 0 ? "late" : "early"}`);
});

test("quiet bars before and after the session are extended hours, not another zone", () => {
  const found = findingsOf("extended-hours", halfHours(2), share);
  expect(found).toMatchObject([{ level: "note" }]);
  expect(findingsOf("time-zone", halfHours(2), share)).toEqual([]);
});

test("weeks of a currency pair that open on Sunday at 17:00 in New York are in order", () => {
  expect(findingsOf("time-zone", pairHours(0), pair)).toEqual([]);
});

test.each([2, -5, 7])("weeks that open %d hours late are off by as much", (late) => {
  const [found] = findingsOf("time-zone", pairHours(late), pair);
  expect(found?.found).toContain(`${Math.abs(late)} hours ${late > 0 ? "late" : "early"}`);
});

test("of a zone without a known exchange nothing is expected", () => {
  expect(findingsOf("time-zone", halfHours(), { ...share, timezone: "UTC" })).toEqual([]);
});
