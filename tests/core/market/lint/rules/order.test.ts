import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

test("a file newest first is a note about the whole file", () => {
  const rows = calmRows(400).reverse();
  expect(rulesFound(rows)).toEqual(["newest-first"]);
  expect(findingsOf("newest-first", rows)).toMatchObject([{ level: "note", row: null, line: null, count: 1 }]);
});

test("two rows swapped make one row out of order, in a file of either direction", () => {
  for (const newestFirst of [false, true]) {
    const rows = newestFirst ? calmRows(400).reverse() : calmRows(400);
    [rows[50], rows[51]] = [rows[51] as Row, rows[50] as Row];
    expect(findingsOf("unsorted", rows)).toMatchObject([{ level: "error", rows: [51], repairable: true }]);
  }
});

test("rows of the same time are duplicates, not out of order", () => {
  const rows = calmRows(400);
  rows.splice(50, 0, { ...(rows[50] as Row) });
  expect(rulesFound(rows)).toEqual(["duplicate-time"]);
});
