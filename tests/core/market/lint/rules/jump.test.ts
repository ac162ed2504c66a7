import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rescale } from "../spoil.ts";

const pair = { class: "fx", interval: "1d", timezone: "UTC" };

test("a currency that loses 30 % in a day for good is a warning with both closes", () => {
  const rows = calmRows(400);
  rescale(rows, 200, 400, 0.7);
  const [found, ...others] = findingsOf("jump", rows, pair);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ level: "warning", rows: [200] });
  expect(found?.found).toMatch(/^close 71\.393 after \d+\.?\d* \(-\d+ %\) on 2000-10-09$/);
});

test("of a share it is a note, unless nothing follows that would confirm it", () => {
  const rows = calmRows(400);
  rescale(rows, 200, 400, 1.41);
  expect(findingsOf("jump", rows)).toMatchObject([{ level: "note", rows: [200] }]);
  const end = calmRows(400);
  rescale(end, 399, 400, 2.3);
  const [last] = findingsOf("jump", end);
  expect(last).toMatchObject({ level: "warning", rows: [399] });
  expect(last?.found).toMatch(/nothing follows that would confirm it$/);
});

test("a bad tick, a split and a change of scale are told as such, and not again as jumps", () => {
  for (const [from, to, factor] of [
    [200, 201, 1.6],
    [0, 200, 2],
    [200, 400, 100],
  ] as const) {
    const rows = calmRows(400);
    rescale(rows, from, to, factor);
    expect(findingsOf("jump", rows)).toEqual([]);
  }
});

test("a crash among wild days is none", () => {
  const rows: Row[] = calmRows(400);
  for (let t = 150; t < 250; t++) rescale(rows, t, t + 1, t % 2 === 0 ? 0.96 : 1.04);
  rescale(rows, 200, 400, 0.75);
  expect(findingsOf("jump", rows, pair)).toEqual([]);
});
