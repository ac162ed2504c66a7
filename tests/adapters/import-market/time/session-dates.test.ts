import { describe, expect, it } from "vitest";
import { commonestStep, intervalOf, statedIntervalMs } from "../../../../src/adapters/import-market/time/interval.ts";
import { sessionDates } from "../../../../src/adapters/import-market/time/session-dates.ts";

const dates = (...times: readonly string[]): readonly string[] =>
  Array.from(sessionDates(Float64Array.from(times, (time) => Date.parse(`${time}Z`))).time, (time) =>
    new Date(time).toISOString().slice(5, 10),
  );

describe("sessionDates", () => {
  it("Sunday to Thursday at 22:00 are Monday to Friday", () => {
    const opens = ["05", "06", "07", "08", "09"].map((day) => `2020-01-${day}T22:00`);
    expect(dates(...opens)).toEqual(["01-06", "01-07", "01-08", "01-09", "01-10"]);
  });

  it("Monday to Friday stamped with their close at 21:00 keep their dates", () => {
    const closes = ["06", "07", "08", "09", "10"].map((day) => `2020-01-${day}T21:00`);
    expect(dates(...closes)).toEqual(["01-06", "01-07", "01-08", "01-09", "01-10"]);
  });

  it("days of every day keep theirs at any time of day", () => {
    expect(dates("2020-01-04T23:59", "2020-01-05T23:59", "2020-01-06T23:59", "2020-01-07T23:59")).toEqual([
      "01-04",
      "01-05",
      "01-06",
      "01-07",
    ]);
    expect(dates("2020-01-03T14:30", "2020-01-06T14:30")).toEqual(["01-03", "01-06"]);
  });
});

describe("intervals", () => {
  it.each([
    ["1m", 60_000],
    ["5m", 300_000],
    ["1h", 3_600_000],
    ["4h", 14_400_000],
    ["1d", 86_400_000],
    ["1w", 604_800_000],
  ])("%s is %d ms and back", (text, ms) => {
    expect(statedIntervalMs(text)).toBe(ms);
    expect(intervalOf(ms)).toBe(text);
  });

  it("months are 30d, ten seconds have no name", () => {
    expect(intervalOf(31 * 86_400_000)).toBe("30d");
    expect(intervalOf(10_000)).toBeNull();
    expect(() => statedIntervalMs("0m")).toThrow('no interval "0m"');
  });

  it("the commonest step of unsorted times with gaps and copies is theirs", () => {
    expect(commonestStep(Float64Array.of(0, 60, 60, 120, 600, 540, 480, 180))).toBe(60);
    expect(commonestStep(Float64Array.of(5, Number.NaN))).toBeNaN();
  });
});
