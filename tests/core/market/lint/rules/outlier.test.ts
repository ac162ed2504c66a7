import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rescale } from "../spoil.ts";

test("a close twice too high for one day is far off and back", () => {
  const rows = calmRows(400);
  (rows[200] as Row).close *= 2;
  const found = findingsOf("outlier", rows);
  expect(found).toMatchObject([{ rows: [200], level: "warning" }]);
  expect(found[0]?.found).toContain("2000-10-09");
});

test("three bars off are an outlier, four are a move", () => {
  for (const [bars, findings] of [
    [3, 1],
    [4, 0],
  ] as const) {
    const rows = calmRows(400);
    rescale(rows, 200, 200 + bars, 1.9);
    expect(findingsOf("outlier", rows)).toHaveLength(findings);
  }
});

test("a crash that half recovers is no outlier", () => {
  const rows = calmRows(400);
  rescale(rows, 200, 202, 0.5);
  rescale(rows, 202, 400, 0.75);
  expect(findingsOf("outlier", rows)).toEqual([]);
});

test("a jump of a few ticks is no outlier, however calm the market", () => {
  const rows = calmRows(400).map((row) => ({ ...row, open: 1, high: 1.01, low: 0.99, close: 1 }));
  (rows[200] as Row).close = 1.05;
  expect(findingsOf("outlier", rows)).toEqual([]);
});
