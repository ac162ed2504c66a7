import { expect, test } from "vitest";
import { calmRows, findingsOf, type Row, rulesFound, shareFacts } from "../spoil.ts";

const hour = 3_600_000;

test("hourly bars stated as daily are an error that says both", () => {
  const found = findingsOf("interval", calmRows(400, hour), shareFacts({ class: "crypto" }));
  expect(found).toMatchObject([{ level: "error", row: null }]);
  expect(found[0]?.found).toBe("most bars are 1 hour apart, 1d is stated");
});

test("daily bars that open at 13:30 or 14:30 by the clock of New York are daily", () => {
  const rows = calmRows(400).map((row, i) => ({ ...row, time: row.time + (i % 200 < 130 ? 13.5 : 14.5) * hour }));
  expect(rulesFound(rows)).toEqual([]);
});

test("a daily history with an hourly tail is a mixture", () => {
  const rows = calmRows(400);
  const start = (rows[399] as Row).time + 24 * hour;
  const tail = calmRows(200, hour).map((row, i) => ({ ...row, time: start + i * hour }));
  expect(findingsOf("mixed-interval", [...rows, ...tail])).toMatchObject([{ row: 400, level: "error" }]);
});

test("160 sessions a week apart before 600 daily ones are rare sessions, not another interval", () => {
  const daily = calmRows(600);
  const start = (daily[0] as Row).time - 160 * 168 * hour;
  const weekly = calmRows(160).map((row, i) => ({ ...row, time: start + i * 168 * hour }));
  expect(findingsOf("rare-sessions", [...weekly, ...daily])).toMatchObject([{ row: 0, level: "warning" }]);
  expect(findingsOf("mixed-interval", [...weekly, ...daily])).toEqual([]);
});

test("minutes before the opening, in which few trade, are no other interval", () => {
  const rows = calmRows(20 * 1440, 60_000).filter(({ time }, t) => {
    const minute = (time / 60_000) % 1440;
    return (minute >= 870 && minute < 1260) || (minute >= 480 && minute < 870 && (t * 7919) % 11 < 2);
  });
  expect(findingsOf("mixed-interval", rows, { class: "equity", interval: "1m", timezone: "America/New_York" })).toEqual(
    [],
  );
});
