import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound } from "../spoil.ts";

const hour = 3_600_000;
const facts = { class: "crypto", interval: "1h", timezone: "UTC" };

function copy(rows: Row[], from: number, to: number, count: number): void {
  for (let k = 0; k < count; k++) {
    const { time } = rows[to + k] as Row;
    Object.assign(rows[to + k] as Row, rows[from + k], { time });
  }
}

test("five hours copied over the five after them are five copies", () => {
  const rows = calmRows(900, hour);
  copy(rows, 400, 405, 5);
  expect(findingsOf("copied-bars", rows, facts)).toMatchObject([{ rows: [405, 406, 407, 408, 409], level: "error" }]);
});

test("a copy 48 bars back is found, one 49 bars back is not", () => {
  const near = calmRows(900, hour);
  copy(near, 400, 448, 3);
  expect(findingsOf("copied-bars", near, facts)).toHaveLength(1);
  const far = calmRows(900, hour);
  copy(far, 400, 449, 3);
  expect(findingsOf("copied-bars", far, facts)).toEqual([]);
});

test("a bar like the very last one is stale, not copied", () => {
  const rows = calmRows(900, hour);
  copy(rows, 400, 401, 1);
  copy(rows, 400, 402, 1);
  expect(rulesFound(rows, facts)).toEqual(["stale-price"]);
});

test("the same prices with another volume are chance", () => {
  const rows = calmRows(900, hour);
  copy(rows, 400, 405, 5);
  for (let i = 405; i < 410; i++) (rows[i] as Row).volume += 1;
  expect(findingsOf("copied-bars", rows, facts)).toEqual([]);
});
