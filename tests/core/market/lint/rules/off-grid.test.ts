import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row } from "../spoil.ts";

const hour = 3_600_000;
const coin = { class: "crypto", interval: "1h", timezone: "UTC" };

test("an hour that begins at 17 minutes past, and a last bar under way", () => {
  const rows = calmRows(1000, hour);
  (rows[500] as Row).time += 17 * 60_000;
  (rows[999] as Row).time += 37 * 60_000 + 12_000;
  const found = findingsOf("off-grid", rows, coin);
  expect(found).toMatchObject([{ level: "warning", rows: [500, 999] }]);
  expect(found[0]?.found).toMatch(/^2 bars \(0\.2 %\) beside the times of the others, first 2000-01-23 20:17$/);
});

test("hours that all begin at half past, and two grids in turn, are grids", () => {
  const half = calmRows(1000, hour).map((row) => ({ ...row, time: row.time + hour / 2 }));
  expect(findingsOf("off-grid", half, coin)).toEqual([]);
  const both = calmRows(1000, hour).map((row, t) => ({ ...row, time: row.time + (t < 400 ? 0 : hour / 2) }));
  expect(findingsOf("off-grid", both, coin)).toEqual([]);
});

test("days are not asked", () => {
  const rows = calmRows(300);
  (rows[100] as Row).time += hour;
  expect(findingsOf("off-grid", rows)).toEqual([]);
});
