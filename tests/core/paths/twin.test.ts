import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { marketPresets } from "../../../src/core/market/market-presets.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { drawNoise } from "../../../src/core/paths/noise.ts";
import { drawBlocks, drawTwin, leastBlockBars, twinSource } from "../../../src/core/paths/twin.ts";
import { createRandom } from "../../../src/core/random.ts";
import { randomMarket } from "./random-market.ts";

const market = randomMarket("twin", 600);
const source = twinSource(market);

describe("drawTwin", () => {
  it("bars are sound and times are the source's, for twins and noise of any seed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(200), fc.constantFrom(drawTwin, drawNoise), (seed, start, draw) => {
        const twin = draw(source, start, 400, createRandom(seed));
        expect(validateBars(twin)).toEqual([]);
        expect(twin.time).toEqual(market.time.slice(start, start + 400));
      }),
      { numRuns: 40 },
    );
  });

  it("every bar is a bar of the source: gap, body, range and volume", () => {
    const shape = (bars: typeof market, t: number): string =>
      [
        (bars.open[t] as number) / (bars.close[t - 1] as number),
        (bars.close[t] as number) / (bars.open[t] as number),
        (bars.high[t] as number) / (bars.low[t] as number),
        bars.volume[t] as number,
      ]
        .map((value) => value.toFixed(9))
        .join(" ");
    const shapes = new Set(Array.from({ length: 599 }, (_, i) => shape(market, i + 1)));
    const twin = drawTwin(source, 0, 500, createRandom("shape"));
    for (let t = 1; t < 500; t++) expect(shapes.has(shape(twin, t))).toBe(true);
  });

  it("the same seed gives the same twin, another seed another", () => {
    const draw = (seed: string): Float64Array => drawTwin(source, 0, 300, createRandom(seed)).close;
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });
});

describe("drawBlocks", () => {
  it(`blocks are ${leastBlockBars} bars long on average, and all bars but the first are drawn alike`, () => {
    const long = randomMarket("blocks", 101);
    const time = Float64Array.from({ length: 100_000 }, () => 0);
    const picks = drawBlocks(twinSource(long), time, createRandom("blocks"));
    let cuts = 0;
    const counts = new Float64Array(101);
    for (let t = 0; t < picks.length; t++) {
      counts[picks[t] as number] = (counts[picks[t] as number] as number) + 1;
      const next = t === 0 ? -1 : ((picks[t - 1] as number) % 100) + 1;
      if (picks[t] !== next) cuts += 1;
    }
    // A new block starts where the old one would have gone on once in a hundred times.
    expect(100_000 / cuts).toBeGreaterThan(19);
    expect(100_000 / cuts).toBeLessThan(21.5);
    expect(counts[0]).toBe(0);
    // 1,000 draws of each bar expected, in 5,000 blocks: sd about √(1000·39).
    expect(Math.min(...counts.subarray(1))).toBeGreaterThan(200);
    expect(Math.max(...counts.subarray(1))).toBeLessThan(1800);
  });

  it("bars of five minutes keep their time of day, so that gaps stay at the open", () => {
    const intraday = generateMarket({ ...marketPresets["syn-equity-5m"], bars: 78 * 40 });
    const prepared = twinSource(intraday);
    expect(prepared.blockBars).toBe(78);
    const picks = drawBlocks(prepared, intraday.time.slice(500, 1500), createRandom("5m"));
    const day = 86_400_000;
    for (let t = 0; t < 1000; t++) {
      expect((intraday.time[picks[t] as number] as number) % day).toBe((intraday.time[500 + t] as number) % day);
    }
  });
});

describe("drawNoise", () => {
  it("a source that rises by 1 % a bar gives noise whose price stays where it is on average", () => {
    const rising = twinSource(randomMarket("rising", 300, 0.01, 0.02));
    const ends = Array.from({ length: 3000 }, (_, i) => {
      const { close } = drawNoise(rising, 0, 30, createRandom(`noise|${i}`));
      return close[29] as number;
    });
    const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
    const sd = Math.sqrt(ends.reduce((sum, end) => sum + (end - mean) ** 2, 0) / (ends.length - 1));
    expect(Math.abs(mean - 1)).toBeLessThan((4 * sd) / Math.sqrt(ends.length));
    const twins = Array.from(
      { length: 300 },
      (_, i) => drawTwin(rising, 0, 30, createRandom(`twin|${i}`)).close[29] as number,
    );
    expect(twins.reduce((sum, end) => sum + end, 0) / 300).toBeGreaterThan(1.25);
  });

  it("a trend of the source does not go on: the last ten steps say nothing of the next", () => {
    const rising = twinSource(randomMarket("trend", 1000, 0.01, 0.01));
    const { close } = drawNoise(rising, 0, 1000, createRandom("trend"));
    let right = 0;
    for (let t = 11; t < 1000; t++) {
      const past = Math.sign(Math.log((close[t - 1] as number) / (close[t - 11] as number)));
      if (past === Math.sign(Math.log((close[t] as number) / (close[t - 1] as number)))) right += 1;
    }
    // Four standard errors of a fair coin over 989 bars.
    expect(Math.abs(right / 989 - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(989));
  });
});
