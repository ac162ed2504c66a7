import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceBars } from "../../../src/core/bars.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { disguise } from "../../../src/core/paths/disguise.ts";
import { createRandom } from "../../../src/core/random.ts";
import { randomMarket } from "./random-market.ts";

const market = randomMarket("disguise", 300);
const week = 7 * 86_400_000;

describe("disguise", () => {
  it("for any seed: prices by one factor, time by whole weeks into 2000–2039, volume by one factor, bars sound", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const hidden = disguise(market, createRandom(seed));
        const factor = (hidden.close[0] as number) / (market.close[0] as number);
        const shift = (hidden.time[0] as number) - (market.time[0] as number);
        expect(hidden.close[0]).toBeGreaterThanOrEqual(20);
        expect(hidden.close[0]).toBeLessThanOrEqual(500);
        expect(Math.abs(shift % week)).toBe(0);
        expect(hidden.time[0]).toBeGreaterThanOrEqual(Date.UTC(2000, 0, 1));
        expect(hidden.time[299]).toBeLessThan(Date.UTC(2040, 0, 1));
        for (let t = 0; t < 300; t++) {
          expect((hidden.low[t] as number) / (market.low[t] as number)).toBeCloseTo(factor, 9);
          expect((hidden.time[t] as number) - (market.time[t] as number)).toBe(shift);
        }
        expect(validateBars(hidden)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("different seeds move the same market to different years, levels and volumes", () => {
    const all = Array.from({ length: 200 }, (_, i) => disguise(market, createRandom(`seed ${i}`)));
    const years = new Set(all.map((bars) => new Date(bars.time[0] as number).getUTCFullYear()));
    expect(years.size).toBeGreaterThan(30);
    expect(new Set(all.map((bars) => bars.close[0])).size).toBe(200);
    expect(new Set(all.map((bars) => bars.volume[0])).size).toBe(200);
  });

  it("volume that is unknown stays unknown, 0 stays 0", () => {
    const quiet = { ...sliceBars(market, 0, 3), volume: Float64Array.of(Number.NaN, 0, 5) };
    const [first, second, third] = disguise(quiet, createRandom("quiet")).volume;
    expect(first).toBeNaN();
    expect(second).toBe(0);
    expect(third).toBeGreaterThan(0);
  });

  it("a market longer than 40 years begins in the first week of 2000", () => {
    const long = randomMarket("long", 12_000);
    const { time } = disguise(long, createRandom("long"));
    expect((time[0] as number) - Date.UTC(2000, 0, 1)).toBeLessThan(week);
  });
});
