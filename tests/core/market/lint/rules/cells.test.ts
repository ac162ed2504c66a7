import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

const at = (rows: Row[], i: number): Row => rows[i] as Row;

test("a row without a time is an error on its line, and repairable", () => {
  const rows = calmRows(400);
  at(rows, 7).time = Number.NaN;
  expect(findingsOf("missing-time", rows)).toMatchObject([
    { level: "error", row: 7, line: 9, time: null, count: 1, rows: [7], repairable: true },
  ]);
});

test("30 rows without prices in a row are one finding, 3 scattered ones together another", () => {
  const rows = calmRows(400);
  for (const i of [...Array(30).keys()].map((k) => 100 + k)) at(rows, i).close = Number.NaN;
  for (const i of [5, 50, 300]) at(rows, i).open = Number.NaN;
  const found = findingsOf("missing-price", rows);
  expect(found.map(({ count, row }) => [count, row])).toEqual([
    [3, 5],
    [30, 100],
  ]);
  expect(found[0]?.found).toBe("3 rows without a price, first open of 2000-01-10");
});

test("a low of 0 and a close of −1 are prices of zero or less, not missing ones", () => {
  const rows = calmRows(400);
  at(rows, 10).low = 0;
  at(rows, 20).close = -1;
  expect(findingsOf("non-positive-price", rows)).toMatchObject([{ rows: [10, 20], level: "error" }]);
  expect(rulesFound(rows)).toEqual(["non-positive-price"]);
});

test("an infinite price is a missing one", () => {
  const rows = calmRows(400);
  at(rows, 10).high = Number.POSITIVE_INFINITY;
  expect(rulesFound(rows)).toEqual(["missing-price"]);
});

test("a row with several defects is found once", () => {
  const rows = calmRows(400);
  Object.assign(at(rows, 10), { time: Number.NaN, close: Number.NaN, low: -1 });
  expect(rulesFound(rows)).toEqual(["missing-time"]);
});
