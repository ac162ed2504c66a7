import { describe, expect, it } from "vitest";
import { parseTime } from "../../../src/core/market/parse-time.ts";

describe("parseTime", () => {
  it.each([
    ["2020-02-03", Date.UTC(2020, 1, 3)],
    ["2020-02-29", Date.UTC(2020, 1, 29)],
    ["2020-02-03T14:30:00Z", Date.UTC(2020, 1, 3, 14, 30)],
    ["2020-02-03 14:30", Date.UTC(2020, 1, 3, 14, 30)],
    ["2020-02-03 14:30:15", Date.UTC(2020, 1, 3, 14, 30, 15)],
    ["2020-02-03T14:30:15.250Z", Date.UTC(2020, 1, 3, 14, 30, 15, 250)],
    ["2020-02-03T09:30:00-05:00", Date.UTC(2020, 1, 3, 14, 30)],
    ["2020-02-03T20:00:00+0530", Date.UTC(2020, 1, 3, 14, 30)],
    ["2020-02-03 09:30:00 -05:00", Date.UTC(2020, 1, 3, 14, 30)],
    ["1580740200", 1_580_740_200_000],
    ["1580740200000", 1_580_740_200_000],
    ["1580740200.5", 1_580_740_200_500],
    ["1970-01-01", 0],
    ["1969-12-31", -86_400_000],
  ])("%s is %d ms", (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    "",
    "x",
    "2020",
    "2020-2-3",
    "02/03/2020",
    "2021-02-29",
    "2020-02-30",
    "2020-13-01",
    "2020-00-10",
    "2020-01-00",
    "2020-02-03T24:00",
    "2020-02-03T10:60",
    "2020-02-03T24:00:00Z",
    "2020-02-03T10:00:60Z",
    "2020-02-3x",
    "2020-02-03T1a:00:00Z",
    "2020-02-03T10:00+25:00",
    "20200203",
    "43831",
    "-1580740200",
    "1e12",
    "Infinity",
  ])("%s is not a time", (text) => {
    expect(parseTime(text)).toBeNaN();
  });

  it("every day from 1600 to 2400 is where the calendar has it, and the day after the last of a month is none", () => {
    for (let day = Date.UTC(1600, 0, 1); day < Date.UTC(2400, 0, 1); day += 86_400_000) {
      const text = new Date(day).toISOString();
      if (parseTime(text.slice(0, 10)) !== day) expect(text).toBe("parsed");
    }
    for (const text of ["1900-02-29", "2100-02-29", "2000-02-30", "2001-04-31", "2001-12-32"]) {
      expect(parseTime(text)).toBeNaN();
    }
  });
});
