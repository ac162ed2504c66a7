import { describe, expect, it } from "vitest";
import { marketPresets } from "../../../src/core/market/market-presets.ts";
import { isOpen, sessionTimes } from "../../../src/core/market/session-calendar.ts";

/** Days of a year on which a session opens. */
function openDays(year: number, session: "exchange" | "weekdays" | "always"): number {
  let count = 0;
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    if (isOpen(day, session)) count += 1;
  }
  return count;
}

describe("isOpen", () => {
  it.each([
    "2024-01-01",
    "2024-01-15",
    "2024-02-19",
    "2024-05-27",
    "2024-06-19",
    "2024-07-04",
    "2024-09-02",
    "2024-11-28",
    "2024-12-25",
    "2021-07-05", // 4 July 2021 is a Sunday.
    "2020-07-03", // 4 July 2020 is a Saturday.
    "2024-06-01",
    "2024-06-02",
  ])("the exchange is closed on %s", (day) => {
    expect(isOpen(Date.parse(day), "exchange")).toBe(false);
  });

  it("a year has 251 to 253 exchange days, 259 to 261 weekdays, and 365 or 366 days", () => {
    for (const year of [2000, 2008, 2015, 2023, 2024]) {
      expect(openDays(year, "exchange")).toBeGreaterThanOrEqual(251);
      expect(openDays(year, "exchange")).toBeLessThanOrEqual(253);
      expect(openDays(year, "weekdays")).toBeGreaterThanOrEqual(259);
      expect(openDays(year, "weekdays")).toBeLessThanOrEqual(261);
    }
    expect(openDays(2024, "always")).toBe(366);
  });
});

describe("sessionTimes", () => {
  it("an exchange of five-minute bars has 78 a day, 14:30 to 20:55 UTC", () => {
    const { time, place, sessionBars } = sessionTimes({ ...marketPresets["syn-equity-5m"], bars: 200 });
    expect(sessionBars).toBe(78);
    expect(new Date(time[0] as number).toISOString()).toBe("2000-01-03T14:30:00.000Z");
    expect(new Date(time[77] as number).toISOString()).toBe("2000-01-03T20:55:00.000Z");
    expect(new Date(time[78] as number).toISOString()).toBe("2000-01-04T14:30:00.000Z");
    expect([place[77], place[78]]).toEqual([77, 0]);
  });

  it("a market that never closes has an hour after every hour", () => {
    const { time } = sessionTimes({ ...marketPresets["syn-crypto-1h"], bars: 500 });
    expect(new Set(time.subarray(1).map((at, i) => at - (time[i] as number)))).toEqual(new Set([3_600_000]));
  });
});
