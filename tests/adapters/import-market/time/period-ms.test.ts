import { describe, expect, it } from "vitest";
import { describePeriod } from "../../../../src/adapters/import-market/time/period-ms.ts";
import { scanTime } from "../../../../src/adapters/import-market/time/scan-time.ts";
import { importText } from "../import-text.ts";

const iso = (text: string): string | null => {
  const time = scanTime(text, "month-first");
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
};

describe("a month or a quarter without a day is its first", () => {
  it.each([
    ["2020-02", "2020-02-01"],
    ["2020/2", "2020-02-01"],
    ["2020M02", "2020-02-01"],
    ["2020年2月", "2020-02-01"],
    ["2020년 2월", "2020-02-01"],
    ["02/2020", "2020-02-01"],
    ["Feb-2020", "2020-02-01"],
    ["Feb 2020", "2020-02-01"],
    ["February, 2020", "2020-02-01"],
    ["févr. 2020", "2020-02-01"],
    ["2020-Feb", "2020-02-01"],
    ["Feb-20", "2020-02-01"],
    ["Feb '20", "2020-02-01"],
    ["2020Q2", "2020-04-01"],
    ["2020-Q4", "2020-10-01"],
    ["Q1 2020", "2020-01-01"],
    ["3Q2020", "2020-07-01"],
  ])("%s is %s", (text, date) => {
    expect(iso(text)).toBe(date);
  });

  it.each([
    "Feb 20",
    "2-Feb",
    "20-Feb",
    "2020-13",
    "2020.02",
    "1999-2001",
    "2020Q5",
    "2020-W05",
    "2020-032",
    "12:2020",
  ])("%s is none", (text) => {
    expect(iso(text)).toBeNull();
  });

  it.each([
    ["Jan-2020", "MMM-YYYY"],
    ["Jan-20", "MMM-YY"],
    ["2020-01", "YYYY-MM"],
    ["01/2020", "MM/YYYY"],
    ["2020年1月", "YYYY年MM月"],
    ["2020Q1", "YYYYQn"],
    ["Q1 2020", "Qn YYYY"],
    ["2020-01-02", null],
  ])("%s is written %s", (text, pattern) => {
    expect(describePeriod(text)).toBe(pattern);
  });

  it.each([
    ["months", ["Nov-99", "Dec-99", "Jan-00"], ["1999-11-01", "1999-12-01", "2000-01-01"], "30d"],
    ["months in German", ["Nov 2019", "Dez 2019", "Jan 2020"], ["2019-11-01", "2019-12-01", "2020-01-01"], "30d"],
    ["quarters", ["2019Q3", "2019Q4", "2020Q1"], ["2019-07-01", "2019-10-01", "2020-01-01"], "91d"],
  ] as const)("a file of %s", async (_, months, dates, interval) => {
    const { bars, understood } = await importText(
      `Month,Open,High,Low,Close\n${months.map((month) => `${month},1,2,0.5,1.5\n`).join("")}`,
    );
    expect(Array.from(bars.time, (time) => new Date(time).toISOString().slice(0, 10))).toEqual(dates);
    expect(understood.interval.value).toBe(interval);
  });
});
