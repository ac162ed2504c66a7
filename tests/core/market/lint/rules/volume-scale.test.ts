import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rescale, shareFacts } from "../spoil.ts";

function times(factor: number): Row[] {
  const rows = calmRows(800);
  for (const row of rows.slice(400)) row.volume *= factor;
  return rows;
}

test("volume 100 times as large from bar 400 on is found at bar 400", () => {
  const found = findingsOf("volume-scale", times(100));
  expect(found).toMatchObject([{ rows: [400], level: "warning" }]);
  expect(found[0]?.found).toMatch(/^volume \d+(\.\d+)? times/);
});

test("a share's volume may grow fivefold; a pair's count of ticks may not", () => {
  expect(findingsOf("volume-scale", times(5))).toEqual([]);
  expect(findingsOf("volume-scale", times(5), shareFacts({ class: "fx" }))).toHaveLength(1);
});

test("volume that a 10:1 split multiplies is explained by the split", () => {
  const rows = times(10);
  rescale(rows, 400, 800, 0.1);
  expect(findingsOf("split", rows)).toHaveLength(1);
  expect(findingsOf("volume-scale", rows)).toEqual([]);
});

test("three wild days of volume are no change of scale", () => {
  const rows = calmRows(800);
  for (const row of rows.slice(400, 403)) row.volume *= 1000;
  expect(findingsOf("volume-scale", rows)).toEqual([]);
});
