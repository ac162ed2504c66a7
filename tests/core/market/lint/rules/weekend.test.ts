import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound, shareFacts } from "../spoil.ts";

const day = 86_400_000;

/** The market with a bar on the Saturday after the week of bar `i`. */
function withSaturday(rows: Row[], i: number, changes: Partial<Row>): number {
  const friday = rows.findIndex((row, k) => k >= i && new Date(row.time).getUTCDay() === 5);
  const row = rows[friday] as Row;
  rows.splice(friday + 1, 0, {
    ...row,
    open: row.close,
    high: row.close + 1,
    low: row.close - 1,
    time: row.time + day,
    ...changes,
  });
  return friday + 1;
}

test("a Saturday bar without range and volume is a warning", () => {
  const rows = calmRows(400);
  const { close } = rows[104] as Row;
  const i = withSaturday(rows, 104, { open: close, high: close, low: close, volume: Number.NaN });
  expect(findingsOf("weekend", rows)).toMatchObject([{ rows: [i], level: "warning" }]);
});

test("a Saturday with a session's range and volume is a special session: a note", () => {
  const rows = calmRows(400);
  withSaturday(rows, 104, {});
  expect(findingsOf("weekend", rows)).toMatchObject([{ level: "note" }]);
});

test("an exchange that meets every Saturday has no weekend bars", () => {
  const rows = calmRows(400);
  for (let i = 4; i < rows.length; i += 6) withSaturday(rows, i, {});
  expect(findingsOf("weekend", rows)).toEqual([]);
});

test("Tel Aviv meets on Sundays", () => {
  const rows = calmRows(400).map((row) => ({ ...row, time: row.time - day }));
  expect(rulesFound(rows, shareFacts({ timezone: "Asia/Jerusalem" }))).toEqual([]);
});

test("dates a day early show as Sundays without Fridays", () => {
  const rows = calmRows(400).map((row) => ({ ...row, time: row.time - day }));
  expect(findingsOf("shifted-dates", rows)).toMatchObject([{ level: "error", row: null }]);
  expect(findingsOf("shifted-dates", rows)[0]?.found).toContain("a day early");
});

test("Sunday bars of a currency pair are sessions, Saturdays are not", () => {
  const fx = shareFacts({ class: "fx" });
  const rows = calmRows(400);
  const sunday = withSaturday(rows, 104, {});
  (rows[sunday] as Row).time += day;
  expect(findingsOf("weekend", rows, fx)).toEqual([]);
  const saturday = calmRows(400);
  withSaturday(saturday, 104, {});
  expect(findingsOf("weekend", saturday, fx)).toHaveLength(1);
});

test("a coin without weekends lacks them", () => {
  expect(rulesFound(calmRows(400), shareFacts({ class: "crypto" }))).toContain("no-weekend");
  expect(rulesFound(calmRows(400, day / 2), shareFacts({ class: "crypto", interval: "12h" }))).not.toContain(
    "no-weekend",
  );
});

test("of minutes in UTC a Saturday before 06:00 may be a Friday's evening; of New York it is one", () => {
  const hours = calmRows(24 * 7 * 5, 3_600_000).filter(({ time }) => {
    const weekday = new Date(time - 8 * 3_600_000).getUTCDay();
    return weekday % 6 !== 0 && new Date(time).getUTCHours() % 12 < 6;
  });
  for (const timezone of ["UTC", "America/New_York"]) {
    const found = findingsOf("weekend", hours, shareFacts({ interval: "1h", timezone }));
    expect(
      found.flatMap(({ rows }) => rows.filter((row) => new Date(hours[row]?.time ?? 0).getUTCHours() < 4)),
    ).toEqual([]);
  }
});
