import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCsv } from "../../../src/core/market/format-csv.ts";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { marketPresets, presetIds } from "../../../src/core/market/market-presets.ts";
import { stylisedFacts } from "../../../src/core/market/stylised-facts.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";

describe("generateMarket", () => {
  it("any preset with any seed gives as many sound bars as wanted, on ticks, with volume", () => {
    fc.assert(
      fc.property(fc.constantFrom(...presetIds), fc.string(), fc.integer({ min: 1, max: 400 }), (id, seed, bars) => {
        const { tickSize, ...spec } = marketPresets[id];
        const market = generateMarket({ ...spec, tickSize, seed, bars });
        const ticks = market.close.map((price) => Math.abs(price / tickSize - Math.round(price / tickSize)));
        expect(validateBars(market)).toEqual([]);
        expect(market.length).toBe(bars);
        expect(Math.max(...ticks)).toBeLessThan(1e-6);
        expect(market.volume.every((volume) => volume >= 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the same seed gives the same bytes, another seed others", () => {
    const spec = { ...marketPresets["syn-crypto-1h"], bars: 300 };
    expect(formatCsv(generateMarket(spec))).toBe(formatCsv(generateMarket(spec)));
    expect(formatCsv(generateMarket({ ...spec, seed: "other" }))).not.toBe(formatCsv(generateMarket(spec)));
  });

  it("a longer market begins with the shorter one", () => {
    const spec = marketPresets["syn-fx-daily"];
    const short = generateMarket({ ...spec, bars: 100 });
    expect(generateMarket({ ...spec, bars: 200 }).close.slice(0, 100)).toEqual(short.close);
  });

  it("twice the volatility doubles the volatility that comes out", () => {
    const calm = {
      ...marketPresets["syn-fx-daily"],
      bars: 2000,
      regimes: [{ driftPerYear: 0, volatilityFactor: 1, meanBars: 1 }],
    };
    const wild = { ...calm, volatilityPerYear: 2 * calm.volatilityPerYear };
    const ratio =
      stylisedFacts(generateMarket(wild)).volatilityPerYear / stylisedFacts(generateMarket(calm)).volatilityPerYear;
    expect(ratio).toBeCloseTo(2, 2);
  });

  it("leverage off and on: γ = 0.16 makes |r| follow falls, γ = 0 does not", () => {
    const spec = {
      ...marketPresets["syn-equity-index-daily"],
      bars: 20_000,
      jumps: { perYear: 0, mean: 0, sd: 0 },
      regimes: [{ driftPerYear: 0, volatilityFactor: 1, meanBars: 1 }],
    };
    const even = { ...spec, garch: { alpha: 0.08, gamma: 0, beta: 0.9 } };
    expect(stylisedFacts(generateMarket(spec)).leverage).toBeLessThan(-0.03);
    expect(Math.abs(stylisedFacts(generateMarket(even)).leverage)).toBeLessThan(0.02);
  });

  it("rates come back: with a half-life of 20 bars 3,000 bars stay within 10 % of the start", () => {
    const market = generateMarket({ ...marketPresets["syn-rates-daily"], halfLifeBars: 20, bars: 3000 });
    expect(Math.max(...market.high)).toBeLessThan(121);
    expect(Math.min(...market.low)).toBeGreaterThan(99);
  });

  it("an exchange is livelier at its open and close than at noon", () => {
    const market = generateMarket({ ...marketPresets["syn-equity-5m"], bars: 7800 });
    const range = (place: number): number => {
      let sum = 0;
      for (let t = place; t < market.length; t += 78)
        sum += Math.log((market.high[t] as number) / (market.low[t] as number));
      return sum / 100;
    };
    expect(range(0)).toBeGreaterThan(1.5 * range(39));
    expect(range(77)).toBeGreaterThan(1.5 * range(39));
  });
});
