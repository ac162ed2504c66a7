import { describe, expect, it } from "vitest";
import { sessionSeasons } from "../../../src/core/market/session-seasons.ts";

describe("sessionSeasons", () => {
  it.each([
    ["exchange", "5m", 78],
    ["exchange", "1h", 7],
    ["always", "1h", 24],
    ["always", "5m", 288],
    ["exchange", "1d", 1],
  ] as const)("%s, %s: %d factors above 0 of mean square 1", (session, interval, bars) => {
    const seasons = sessionSeasons({ session, interval }, bars);
    expect(seasons).toHaveLength(bars);
    expect(Math.min(...seasons)).toBeGreaterThan(0);
    expect(seasons.reduce((sum, value) => sum + value * value, 0) / bars).toBeCloseTo(1, 12);
  });

  it("the hours of an exchange are a U, and its last half hour is less than its first hour", () => {
    const hours = sessionSeasons({ session: "exchange", interval: "1h" }, 7);
    const [first = 0, , , noon = 0, , , last = 0] = hours;
    expect(first).toBeGreaterThan(1.4 * noon);
    expect(last).toBeGreaterThan(noon);
    expect(last).toBeLessThan(first);
  });

  it("the variance of an hour of an exchange is that of its twelve five-minute bars", () => {
    const fine = sessionSeasons({ session: "exchange", interval: "5m" }, 78);
    const hours = sessionSeasons({ session: "exchange", interval: "1h" }, 7);
    const variance = (from: number, to: number): number =>
      fine.subarray(from, to).reduce((sum, value) => sum + value * value, 0);
    const square = (hour: number): number => (hours[hour] as number) ** 2;
    expect(square(0) / square(3)).toBeCloseTo(variance(0, 12) / variance(36, 48), 12);
    expect(square(6) / square(3)).toBeCloseTo(variance(72, 78) / variance(36, 48), 12);
  });
});
