import { expect, test } from "vitest";
import { newYorkOpen } from "../../../../../src/core/market/calendars/new-york.ts";
import { calmRows, findingsOf, type Row, rulesFound, shareFacts } from "../spoil.ts";

const newYork = shareFacts({ timezone: "America/New_York" });

/** Sessions of New York from 2000 on, and a market on any zone that keeps the same days. */
function sessions(count: number): Row[] {
  return calmRows(count * 2)
    .filter(({ time }) => newYorkOpen(time))
    .slice(0, count);
}

test("1,500 sessions of New York lack none by its calendar", () => {
  expect(rulesFound(sessions(1500), newYork)).toEqual([]);
});

test("by the rhythm of the days alone they lack the five days of 2001 and 2004 that no year repeats", () => {
  expect(findingsOf("gap", sessions(1500))).toMatchObject([
    { count: 5, level: "note", time: Date.parse("2001-09-17") },
  ]);
});

test("one session missing in New York is a warning on the bar after it", () => {
  const rows = sessions(1500);
  const [gone] = rows.splice(700, 1);
  const found = findingsOf("gap", rows, newYork);
  expect(found).toMatchObject([{ rows: [700], count: 1, level: "warning" }]);
  expect(found[0]?.found).toContain(new Date(gone?.time ?? 0).toISOString().slice(0, 10));
});

test("where the calendar is not known, one session missing is a note", () => {
  const rows = sessions(1500);
  rows.splice(700, 1);
  const [found] = findingsOf("gap", rows);
  expect(found).toMatchObject({ count: 6, level: "note" });
  expect(found?.rows).toContain(700);
});

test("the four days after 11 September 2001 are not missing in New York", () => {
  const closed = ["2001-09-11", "2001-09-12", "2001-09-13", "2001-09-14"].map((date) => Date.parse(date));
  expect(sessions(1500).some(({ time }) => closed.includes(time))).toBe(false);
  expect(findingsOf("gap", sessions(1500), newYork)).toEqual([]);
});

test("four weeks missing are a hole, one week a gap of its own", () => {
  const rows = sessions(1500);
  rows.splice(700, 20);
  expect(findingsOf("hole", rows, newYork)).toMatchObject([{ rows: [700], level: "warning" }]);
  expect(findingsOf("hole", rows, newYork)[0]?.found).toContain("20 sessions missing");
  const week = sessions(1500);
  week.splice(700, 6);
  expect(findingsOf("gap", week, newYork)).toMatchObject([{ rows: [700] }]);
});

test("a fortnight that returns every year is a holiday, not a hole", () => {
  const rows = calmRows(2600).filter(({ time }) => {
    const date = new Date(time);
    return !(date.getUTCMonth() === 1 && date.getUTCDate() <= 16);
  });
  expect(rulesFound(rows)).toEqual([]);
});

test("a market that never closes lacks every day that is not there", () => {
  const rows = calmRows(900, 86_400_000).map((row, i) => ({ ...row, time: Date.UTC(2000, 0, 1 + i) }));
  rows.splice(400, 3);
  expect(findingsOf("gap", rows, shareFacts({ class: "crypto" }))).toMatchObject([{ rows: [400], count: 3 }]);
});

test("a bar on the day of mourning of 11 June 2004 stands on a closed day", () => {
  const rows = sessions(1500);
  const after = rows.findIndex(({ time }) => time > Date.parse("2004-06-11"));
  rows.splice(after, 0, { ...(rows[after - 1] as Row), time: Date.parse("2004-06-11") });
  expect(findingsOf("closed-day", rows, newYork)).toMatchObject([{ rows: [after], time: Date.parse("2004-06-11") }]);
});

test("a day whose row lacks its price is no gap: it is a missing price", () => {
  const rows = sessions(1500);
  (rows[700] as Row).close = Number.NaN;
  expect(rulesFound(rows, newYork)).toEqual(["missing-price"]);
});
