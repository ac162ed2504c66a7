import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row } from "../spoil.ts";

function repeat(rows: Row[], from: number, count: number, changes: Partial<Row> = {}): void {
  for (let k = 1; k <= count; k++) {
    const { time } = rows[from + k] as Row;
    Object.assign(rows[from + k] as Row, rows[from], { time }, changes);
  }
}

test("one daily bar with a range repeated is stale", () => {
  const rows = calmRows(400);
  repeat(rows, 50, 1);
  expect(findingsOf("stale-price", rows)).toMatchObject([{ rows: [51], level: "warning" }]);
});

test("a holiday filled up with the bar before and volume 0 is stale", () => {
  const rows = calmRows(400);
  repeat(rows, 50, 1, { volume: 0 });
  expect(findingsOf("stale-price", rows)).toHaveLength(1);
});

test("the same prices with trades of their own are not stale", () => {
  const rows = calmRows(400);
  repeat(rows, 50, 1, { volume: 123_456 });
  expect(findingsOf("stale-price", rows)).toEqual([]);
});

test("flat days repeat four times by themselves; the fifth repeat is a stuck feed", () => {
  for (const [repeats, findings] of [
    [4, 0],
    [5, 1],
  ] as const) {
    const rows = calmRows(400);
    const row = rows[50] as Row;
    Object.assign(row, { open: row.close, high: row.close, low: row.close });
    repeat(rows, 50, repeats);
    expect(findingsOf("stale-price", rows)).toHaveLength(findings);
  }
});
