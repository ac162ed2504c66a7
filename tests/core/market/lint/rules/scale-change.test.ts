import { expect, test } from "vitest";
import { calmRows, findingsOf, rescale, rulesFound, shareFacts } from "../spoil.ts";

test("30 bars in cents are one stretch at 100 times the rest", () => {
  const rows = calmRows(400);
  rescale(rows, 100, 130, 100);
  const [found, ...others] = findingsOf("scale-change", rows);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ row: 100, count: 30, level: "error" });
  expect(found?.found).toContain("2000-05-22 to 2000-06-30");
  expect(found?.found).toContain("100 times the rest");
});

test("the stretch that most bars belong to is the market, even if the file begins with the other", () => {
  const rows = calmRows(400);
  rescale(rows, 0, 100, 1e-8);
  expect(findingsOf("scale-change", rows)).toMatchObject([{ row: 0, count: 100 }]);
});

test("two stretches of different scale are two findings", () => {
  const rows = calmRows(400);
  rescale(rows, 100, 130, 1e5);
  rescale(rows, 200, 230, 1e-5);
  expect(findingsOf("scale-change", rows).map(({ row, count }) => [row, count])).toEqual([
    [100, 30],
    [200, 30],
  ]);
});

test("a slow rise by a thousand is no change of scale", () => {
  const rows = calmRows(2000);
  rows.forEach((row, i) => {
    const factor = 1000 ** (i / 2000);
    row.open *= factor;
    row.high *= factor;
    row.low *= factor;
    row.close *= factor;
  });
  expect(findingsOf("scale-change", rows)).toEqual([]);
});

test("a currency pair in whole numbers in the ten thousands is in points", () => {
  const rows = calmRows(400);
  rescale(rows, 0, 400, 1100);
  for (const row of rows) {
    row.open = Math.round(row.open);
    row.close = Math.round(row.close);
  }
  expect(rulesFound(rows, shareFacts({ class: "fx" }))).toContain("points");
  expect(rulesFound(rows)).not.toContain("points");
});
