import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rescale, shareFacts } from "../spoil.ts";

const shanghai = shareFacts({ timezone: "Asia/Shanghai" });

test("an open 12 % lower in Shanghai is beyond the limit of 10 %, though no split is near that ratio", () => {
  const rows = calmRows(400);
  rescale(rows, 200, rows.length, 0.88);
  // A share that never stood at a limit may have one of 20 %.
  expect(findingsOf("price-limit", rows, shanghai)).toMatchObject([{ rows: [200], level: "warning" }]);
  rescale(rows, 200, rows.length, 0.7);
  expect(findingsOf("price-limit", rows, shanghai)).toMatchObject([{ rows: [200], level: "error" }]);
});

test("a share that stood at 10 % twice has that limit, one at 5 % that one; ten days at the limit in a row are trades", () => {
  for (const [limit, beyond] of [
    [0.1, 0.88],
    [0.05, 0.93],
  ] as const) {
    const rows = calmRows(400);
    for (let t = 100; t < 110; t++) {
      const close = (rows[t - 1] as Row).close * (1 + limit);
      const factor = close / (rows[t] as Row).close;
      rescale(rows, t, rows.length, factor);
      Object.assign(rows[t] as Row, { open: close, high: close, low: close });
    }
    expect(findingsOf("price-limit", rows, shanghai)).toEqual([]);
    rescale(rows, 200, rows.length, beyond);
    expect(findingsOf("price-limit", rows, shanghai)).toMatchObject([{ rows: [200], level: "error" }]);
  }
});

test("the same open in New York is a fall", () => {
  const rows = calmRows(400);
  rescale(rows, 200, rows.length, 0.88);
  expect(findingsOf("price-limit", rows)).toEqual([]);
});

test("after a suspension of two weeks limits do not apply", () => {
  const rows = calmRows(400);
  rescale(rows, 200, rows.length, 0.88);
  rows.splice(190, 10);
  expect(findingsOf("price-limit", rows, shanghai)).toEqual([]);
});

test("behind a daily limit a half is beyond the limit and not called a split: dividends go off with it", () => {
  const rows = calmRows(400);
  rescale(rows, 200, rows.length, 0.5);
  expect(findingsOf("price-limit", rows, shanghai)).toHaveLength(1);
  expect(findingsOf("split", rows, shanghai)).toEqual([]);
});

test("of a file that names no zone the limit of 10 % shows in closes that pile up there", () => {
  const rows = calmRows(400);
  rescale(rows, 200, rows.length, 0.8);
  expect(findingsOf("price-limit", rows)).toEqual([]);
  for (let k = 0; k < 10; k++) {
    const at = 20 + 15 * k;
    const before = rows[at - 1]?.close ?? 0;
    const factor = (before * (k % 2 === 0 ? 1.1 : 0.9)) / (rows[at]?.close ?? 1);
    rescale(rows, at, rows.length, factor);
  }
  expect(findingsOf("price-limit", rows)[0]?.rows).toContain(200);
});
