import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanned, scanTime } from "../../../../src/adapters/import-market/time/scan-time.ts";

const iso = (text: string, order: "year-first" | "day-first" | "month-first" = "day-first"): string | null => {
  const time = scanTime(text, order);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(":00.000Z", "").replace("T00:00", "");
};

describe("dates", () => {
  it.each([
    ["2020-01-02", "2020-01-02"],
    ["20200102", "2020-01-02"],
    ["2020.1.2", "2020-01-02"],
    ["2020/01/06(月)", "2020-01-06"],
    ["2020年1月2日", "2020-01-02"],
    ["2020년 01월 02일", "2020-01-02"],
    ["2019- 11- 29", "2019-11-29"],
    ["Nov 29, 2019", "2019-11-29"],
    ["November 29 2019", "2019-11-29"],
    ["Fri, 29 Nov 2019", "2019-11-29"],
    ["29. März 2019", "2019-03-29"],
    ["29 févr. 2020", "2020-02-29"],
    ["4th of July 2020", "2020-07-04"],
    ["2 de enero de 2020", "2020-01-02"],
    ["3 января 2020", "2020-01-03"],
    ["02-JAN-2020", "2020-01-02"],
    ["2020-Jan-02", "2020-01-02"],
    ["31-Dec-10", "2010-12-31"],
    ["31-Dec-69", "2069-12-31"],
    ["1-Jan-70", "1970-01-01"],
    ["31.12.2020", "2020-12-31"],
  ])("%s is %s", (text, date) => {
    expect(iso(text)).toBe(date);
  });

  it("03/04/20 is three days in three orders", () => {
    expect([iso("03/04/20", "day-first"), iso("03/04/20", "month-first"), iso("03/04/20", "year-first")]).toEqual([
      "2020-04-03",
      "2020-03-04",
      "2003-04-20",
    ]);
  });

  it.each([
    "",
    "hello",
    "1.5",
    "2020-02-30",
    "2019-02-29",
    "2020-13-01",
    "2O2O-01-08",
    "MAR20",
    "2020",
    "96708880",
    "245.21,245.26,1",
    "12:30",
  ])("%j is no date", (text) => {
    expect(iso(text)).toBeNull();
  });
});

describe("times of day", () => {
  it.each([
    ["2020-01-02 09:30", "2020-01-02T09:30"],
    ["2020-01-02T09:30:15.250", "2020-01-02T09:30:15.250Z"],
    ["20200102 093000", "2020-01-02T09:30"],
    ["20200102 930", "2020-01-02T09:30"],
    ["20200102093000", "2020-01-02T09:30"],
    ["20200102T093000Z", "2020-01-02T09:30"],
    ["2019-10-17 09-AM", "2019-10-17T09:00"],
    ["2019-10-17 12-AM", "2019-10-17"],
    ["2019-10-17 12-PM", "2019-10-17T12:00"],
    ["2019-10-17 9:05 p.m.", "2019-10-17T21:05"],
    ["2020年1月2日 下午3:05", "2020-01-02T15:05"],
    ["2020年1月2日 9時30分", "2020-01-02T09:30"],
    ["2020-01-02 24:00", "2020-01-03"],
    ["02/Jan/2020:09:30:00", "2020-01-02T09:30"],
  ])("%s is %s", (text, time) => {
    expect(iso(text)).toBe(time);
    expect(scanned.clock).toBe(true);
  });

  it.each(["2020-01-02 25:00", "2020-01-02 09:60", "2020-01-02 13:00 PM", "2020-01-02 24:01", "2020-01-02 09:30 !"])(
    "%s is none",
    (text) => {
      expect(iso(text)).toBeNull();
    },
  );

  it("fractions beyond a millisecond are cut, and that is known", () => {
    expect(iso("2020-01-02 09:30:00.123456")).toBe("2020-01-02T09:30:00.123Z");
    expect(scanned.finer).toBe(true);
    expect(iso("2020-01-02 09:30:00.123000")).toBe("2020-01-02T09:30:00.123Z");
    expect(scanned.finer).toBe(false);
  });
});

describe("offsets and zones stand beside the time on the wall", () => {
  it.each([
    ["2022-01-02T17:00:00-05:00", -300, ""],
    ["2022-01-02 17:00:00+0530", 330, ""],
    ["2022-01-02 17:00 +09", 540, ""],
    ["2022-01-02T17:00:00Z", 0, ""],
    ["2022-01-02 17:00 EST", -300, ""],
    ["2022-07-02 17:00 EDT", -240, ""],
    ["02.01.2022 17:00:00.000 GMT+0100", 60, ""],
    ["Sun Jan 02 2022 17:00:00 GMT-0500 (Eastern Standard Time)", -300, ""],
    ["20220102 17:00:00 US/Eastern", Number.NaN, "US/Eastern"],
    ["2022-01-02 17:00 CST", Number.NaN, "CST"],
    ["2022-01-02T17:00-05:00[America/New_York]", -300, ""],
    ["2022-01-02 17:00", Number.NaN, ""],
  ])("%s", (text, offset, zone) => {
    expect(iso(text)?.slice(11, 16)).toBe("17:00");
    expect([scanned.offset, scanned.zone]).toEqual([offset, zone]);
  });
});

describe("laws of scanTime", () => {
  it("reads what Date writes, and refuses any text without throwing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        (time) => scanTime(new Date(time).toISOString(), "day-first") === time,
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const time = scanTime(text, "month-first");
        expect(Number.isNaN(time) || Math.abs(time) < 3e14).toBe(true);
      }),
    );
  });
});
