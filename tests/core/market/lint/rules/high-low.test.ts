import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row } from "../spoil.ts";

test("a high one tick below the close is rounding: a warning that repair mends", () => {
  const rows = calmRows(400);
  const row = rows[50] as Row;
  row.high = Math.max(row.open, row.close) - 0.01;
  expect(findingsOf("high-low-rounding", rows)).toMatchObject([{ rows: [50], level: "warning", repairable: true }]);
  expect(findingsOf("high-low", rows)).toEqual([]);
});

test("a high two ticks below the close is an error that says by how much", () => {
  const rows = calmRows(400);
  const row = rows[50] as Row;
  row.close = 100;
  row.open = 99;
  row.low = 98;
  row.high = 99.98;
  const [found] = findingsOf("high-low", rows);
  expect(found).toMatchObject({ rows: [50], level: "error", repairable: false });
  expect(found?.found).toContain("worst by 0.02 on 2000-03-13 (open 99, high 99.98, low 98, close 100)");
});

test("prices with the noise of adjusted quotes miss by up to 10 ppm without being false", () => {
  const rows = calmRows(400).map((row) => ({ ...row, close: row.close + 1e-7 }));
  const row = rows[50] as Row;
  row.high = Math.max(row.open, row.close) * (1 - 9e-6);
  expect(findingsOf("high-low-rounding", rows)).toHaveLength(1);
});

test("high and low changed about are an error", () => {
  const rows = calmRows(400);
  const row = rows[50] as Row;
  [row.high, row.low] = [row.low, row.high];
  expect(findingsOf("high-low", rows)).toHaveLength(1);
});
