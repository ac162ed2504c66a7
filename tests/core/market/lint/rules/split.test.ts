import { describe, expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rescale, shareFacts } from "../spoil.ts";

/** A market that splits `ratio` new shares for one before bar `at`. */
function split(ratio: number, at = 200): Row[] {
  const rows = calmRows(400);
  rescale(rows, at, rows.length, 1 / ratio);
  for (const row of rows.slice(at)) row.volume *= ratio;
  return rows;
}

describe("a split is an error on the day that it goes off", () => {
  test.each([
    [2, "2:1"],
    [3, "3:1"],
    [4, "4:1"],
    [5, "5:1"],
    [7, "7:1"],
    [10, "10:1"],
    [20, "20:1"],
    [1.5, "3:2"],
    [1 / 10, "1:10"],
    [1 / 2, "1:2"],
  ] as const)("%d new shares for one", (ratio, name) => {
    const found = findingsOf("split", split(ratio));
    expect(found).toMatchObject([{ rows: [200], level: "error", repairable: false }]);
    expect(found[0]?.found).toContain(`a ${name} split`);
  });
});

/** A fall by half on news: eight times the volume, a range of 20 %, and wild weeks. */
function crash(): Row[] {
  const rows = calmRows(400);
  rescale(rows, 200, rows.length, 0.5);
  const day = rows[200] as Row;
  day.volume *= 8;
  day.high = Math.max(day.open, day.close) * 1.06;
  day.low = Math.min(day.open, day.close) * 0.88;
  rows.slice(201, 220).forEach((row, k) => {
    row.volume *= 3;
    row.close *= k % 2 === 0 ? 1.06 : 0.95;
    row.high = Math.max(row.high, row.close * 1.03);
    row.low = Math.min(row.low, row.close * 0.97);
  });
  return rows;
}

test("a fall by half with eight times the volume, a wide range and wild weeks is a crash", () => {
  expect(findingsOf("split", crash())).toEqual([]);
});

test("half the price for three days and back is no split", () => {
  const rows = calmRows(400);
  rescale(rows, 200, 203, 0.5);
  expect(findingsOf("split", rows)).toEqual([]);
});

test("indices, currencies and coins do not split", () => {
  for (const name of ["equity-index", "fx", "crypto", "commodity"]) {
    expect(findingsOf("split", split(2), shareFacts({ class: name }))).toEqual([]);
  }
});

test("a split in the middle of a session of minutes is none; at its beginning it is one", () => {
  const minute = 60_000;
  const rows = calmRows(4000, minute).filter((_, i) => i % 1000 < 390);
  const facts = shareFacts({ interval: "1m" });
  const within = structuredClone(rows);
  rescale(within, 500, within.length, 0.5);
  expect(findingsOf("split", within, facts)).toEqual([]);
  const between = structuredClone(rows);
  rescale(between, 780, between.length, 0.5);
  for (const row of between.slice(780)) row.volume *= 2;
  expect(findingsOf("split", between, facts)).toMatchObject([{ rows: [780] }]);
});
