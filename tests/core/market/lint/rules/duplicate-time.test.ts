import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

test("a bar repeated at once and one repeated at the end of the file are both duplicates", () => {
  const rows = calmRows(400);
  rows.splice(50, 0, { ...(rows[50] as Row) });
  rows.push({ ...(rows[300] as Row) });
  expect(findingsOf("duplicate-time", rows)).toMatchObject([{ rows: [51, 401], level: "error", repairable: true }]);
  expect(rulesFound(rows)).toEqual(["duplicate-time", "unsorted"]);
});

test("the same time with another close is a conflict, which repair does not mend by itself", () => {
  const rows = calmRows(400);
  rows.splice(50, 0, { ...(rows[50] as Row), close: (rows[50] as Row).open });
  expect(findingsOf("duplicate-conflict", rows)).toMatchObject([{ rows: [51], level: "error", repairable: false }]);
});

test("two missing volumes are the same volume", () => {
  const rows = calmRows(400);
  (rows[50] as Row).volume = Number.NaN;
  rows.splice(50, 0, { ...(rows[50] as Row) });
  expect(findingsOf("duplicate-conflict", rows)).toEqual([]);
  expect(findingsOf("duplicate-time", rows)).toHaveLength(1);
});

test("three bars of one time are two duplicates", () => {
  const rows = calmRows(400);
  rows.splice(50, 0, { ...(rows[50] as Row) }, { ...(rows[50] as Row) });
  expect(findingsOf("duplicate-time", rows)).toMatchObject([{ rows: [51, 52], count: 2 }]);
});
