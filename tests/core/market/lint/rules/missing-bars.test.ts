import { expect, test } from "vitest";
import { createRandom } from "../../../../../src/core/random.ts";
import { calmRows, findingsOf, rulesFound } from "../spoil.ts";

const hour = 3_600_000;
const coin = { class: "crypto", interval: "1h", timezone: "UTC" };

test("three hours missing among 2,000 of a coin are a note on the bar after them", () => {
  const rows = calmRows(2000, hour);
  rows.splice(1000, 3);
  expect(findingsOf("missing-bars", rows, coin)).toMatchObject([{ rows: [1000], count: 3, level: "note" }]);
});

test("an eighth of the hours missing at random is a warning", () => {
  const random = createRandom("missing");
  const rows = calmRows(2000, hour).filter((_, i) => i === 0 || i === 1999 || random.int(8) > 0);
  expect(findingsOf("missing-bars", rows, coin)).toMatchObject([{ level: "warning", count: 2000 - rows.length }]);
});

test("nights and weekends of an exchange are not missing", () => {
  const rows = calmRows(24 * 7 * 30, hour).filter(({ time }) => {
    const date = new Date(time);
    return date.getUTCDay() % 6 !== 0 && date.getUTCHours() >= 14 && date.getUTCHours() < 21;
  });
  expect(rulesFound(rows, { class: "equity", interval: "1h", timezone: "UTC" })).toEqual([]);
});
