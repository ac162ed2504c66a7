import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

test("volume 0 on 50 moving bars is one finding: unknown, and repairable", () => {
  const rows = calmRows(400);
  for (const row of rows.slice(0, 50)) row.volume = 0;
  expect(findingsOf("zero-volume", rows)).toMatchObject([{ row: 0, count: 50, level: "warning", repairable: true }]);
  expect(rulesFound(rows)).toEqual(["zero-volume"]);
});

test("volume 0 on a bar that stands where the last one closed is a bar without a trade", () => {
  const rows = calmRows(400);
  const { close } = rows[99] as Row;
  Object.assign(rows[100] as Row, { open: close, high: close, low: close, close, volume: 0 });
  expect(rulesFound(rows)).toEqual(["flat-bars", "no-trades"]);
  expect(findingsOf("no-trades", rows)).toMatchObject([{ rows: [100], level: "note" }]);
});

test("a quiet bar inside a run of unknown volumes is unknown with them", () => {
  const rows = calmRows(400);
  for (const row of rows.slice(100, 110)) row.volume = 0;
  const { close } = rows[104] as Row;
  Object.assign(rows[105] as Row, { open: close, high: close, low: close, close });
  expect(findingsOf("zero-volume", rows)).toMatchObject([{ count: 10 }]);
  expect(findingsOf("no-trades", rows)).toEqual([]);
});

test("a negative volume is an error, a missing one a note", () => {
  const rows = calmRows(400);
  (rows[5] as Row).volume = -7;
  (rows[6] as Row).volume = Number.NaN;
  expect(findingsOf("negative-volume", rows)).toMatchObject([{ rows: [5], level: "error", repairable: true }]);
  expect(findingsOf("missing-volume", rows)).toMatchObject([{ rows: [6], level: "note" }]);
});

test("of 1,500 missing volumes the first 1,000 rows are listed", () => {
  const rows = calmRows(1500).map((row) => ({ ...row, volume: Number.NaN }));
  const [found] = findingsOf("missing-volume", rows);
  expect(found?.count).toBe(1500);
  expect(found?.rows).toHaveLength(1000);
  expect(found?.found).toBe("no volume on 1,500 bars (100 %)");
});
