import { expect, test } from "vitest";
import { calmRows, findingsOf, rulesFound } from "../spoil.ts";

test("299 bars are few, 300 are not", () => {
  expect(findingsOf("few-bars", calmRows(299))).toMatchObject([{ level: "note", row: null }]);
  expect(findingsOf("few-bars", calmRows(300))).toEqual([]);
});

test("a file without rows, or without one whole row, is no market", () => {
  expect(rulesFound([])).toEqual(["no-bars"]);
  const broken = calmRows(3).map((row) => ({ ...row, time: Number.NaN }));
  expect(rulesFound(broken)).toEqual(["missing-time", "no-bars"]);
});
