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

test("a high ten times too high, a low of half and an open far off are found in a bar whose close is sound", () => {
  const spoiled: readonly (readonly [Partial<Row>, RegExp])[] = [
    [{ high: 1000 }, /first high 1000 \(\d+ %\) on 2000-10-09/],
    [{ low: 50 }, /first low 50 \(-\d+ %\) on 2000-10-09/],
    [{ open: 170, high: 171 }, /first high 171/],
    [{ open: 60, low: 60 }, /first low 60/],
  ];
  for (const [cells, words] of spoiled) {
    const rows = calmRows(400);
    Object.assign(rows[200] as Row, cells);
    const found = findingsOf("outlier", rows);
    expect(found).toMatchObject([{ rows: [200], level: "warning" }]);
    expect(found[0]?.found).toMatch(words);
  }
});

test("closes and highs far off are one finding, each bar once", () => {
  const rows = calmRows(400);
  rescale(rows, 100, 101, 1.9);
  (rows[50] as Row).high *= 3;
  (rows[300] as Row).low /= 3;
  expect(findingsOf("outlier", rows)).toMatchObject([{ rows: [50, 100, 300], count: 3 }]);
});

test("the long wick of a true crash is none: its days are wild before and after", () => {
  const rows = calmRows(400);
  for (let t = 180; t < 220; t++) rescale(rows, t, t + 1, t % 2 === 0 ? 0.93 : 1.07);
  (rows[200] as Row).low *= 0.8;
  expect(findingsOf("outlier", rows)).toEqual([]);
});

test("a first day that falls from its open is none, one whose high nothing else reaches is", () => {
  const rows = calmRows(400);
  Object.assign(rows[0] as Row, { open: 130, high: 130 });
  expect(findingsOf("outlier", rows)).toEqual([]);
  Object.assign(rows[0] as Row, { open: 100, high: 1000 });
  expect(findingsOf("outlier", rows)).toMatchObject([{ rows: [0] }]);
});

test("a market that hardly trades moves when it does: that is none", () => {
  const rows = calmRows(2000);
  for (const [t, row] of rows.entries()) {
    const traded = t % 7 === 0 || t % 11 === 0;
    const close = traded ? Number((50 + 0.4 * Math.sin(t * 5.3)).toFixed(2)) : (rows[t - 1] as Row).close;
    const before = rows[t - 1]?.close ?? close;
    Object.assign(row, { open: before, high: Math.max(before, close), low: Math.min(before, close), close });
  }
  expect(findingsOf("outlier", rows)).toEqual([]);
});
