import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

function flatten(rows: readonly Row[]): void {
  for (const row of rows) Object.assign(row, { open: row.close, high: row.close, low: row.close });
}

test("60 days of one price are a period of closes only", () => {
  const rows = calmRows(400);
  flatten(rows.slice(100, 160));
  expect(findingsOf("close-only", rows)).toMatchObject([{ row: 100, count: 60, level: "warning" }]);
  expect(findingsOf("close-only", rows)[0]?.found).toBe("60 bars of one price, 2000-05-22 to 2000-08-11");
});

test("a period is one in spite of a real bar now and then", () => {
  const rows = calmRows(400);
  flatten(rows.slice(100, 160).filter((_, k) => k % 10 !== 9));
  expect(findingsOf("close-only", rows)).toMatchObject([{ count: 54 }]);
});

test("three flat days are a note", () => {
  const rows = calmRows(400);
  flatten([rows[50] as Row, rows[90] as Row, rows[91] as Row]);
  expect(findingsOf("flat-bars", rows)).toMatchObject([{ rows: [50, 90, 91], level: "note" }]);
  expect(rulesFound(rows)).toEqual(["flat-bars"]);
});

test("flat minutes are one note with their share, however many", () => {
  const rows = calmRows(3000, 60_000);
  flatten(rows.slice(100, 700));
  const facts = { class: "crypto", interval: "1m", timezone: "UTC" };
  expect(findingsOf("close-only", rows, facts)).toEqual([]);
  expect(findingsOf("flat-bars", rows, facts)[0]?.found).toContain("600 bars of one price (20 %)");
});
