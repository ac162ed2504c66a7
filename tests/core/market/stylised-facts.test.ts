import { describe, expect, it } from "vitest";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { marketPresets } from "../../../src/core/market/market-presets.ts";
import { stylisedFacts } from "../../../src/core/market/stylised-facts.ts";
import { randomMarket } from "../paths/random-market.ts";

describe("stylisedFacts", () => {
  it("of 20,000 normal steps: no kurtosis, no memory, no leverage, and the volatility that was put in", () => {
    const facts = stylisedFacts(randomMarket("facts", 20_000, 0, 0.01));
    // Four standard errors: √(24/n) for kurtosis, 1/√n for correlations.
    expect(Math.abs(facts.excessKurtosis ?? Number.NaN)).toBeLessThan(0.14);
    for (const name of ["autocorrelation1", "absolute1", "absolute10", "absolute50"] as const) {
      expect(Math.abs(facts[name])).toBeLessThan(0.0283);
    }
    expect(Math.abs(facts.leverage)).toBeLessThan(0.01);
    // sd of a step is 1 % inside the bar and 0.3 % before it.
    expect(facts.volatilityPerYear).toBeCloseTo(Math.hypot(0.01, 0.003) * Math.sqrt(252), 2);
    expect(facts.gapShare).toBeCloseTo(0.09 / 1.09, 2);
  });

  it("two alternating steps: kurtosis −2 and autocorrelation −1", () => {
    const market = randomMarket("zigzag", 1001);
    market.close.set(market.close.map((_, t) => (t % 2 === 0 ? 100 : 101)));
    const facts = stylisedFacts(market);
    expect(facts.excessKurtosis).toBeCloseTo(-2, 9);
    expect(facts.autocorrelation1).toBeCloseTo(-1, 2);
  });

  it("a market whose volume is never known has no correlation of volume", () => {
    const market = randomMarket("quiet", 500);
    expect(stylisedFacts({ ...market, volume: new Float64Array(500).fill(Number.NaN) }).volumeRange).toBeNull();
    expect(stylisedFacts({ ...market, volume: new Float64Array(500) }).volumeRange).toBeNull();
  });

  it("a market that never moves has no kurtosis, no share of gaps and no range ratio, and no volatility", () => {
    const market = randomMarket("still", 200);
    for (const column of [market.open, market.high, market.low, market.close]) column.fill(7);
    expect(stylisedFacts(market)).toMatchObject({
      volatilityPerYear: 0,
      excessKurtosis: null,
      gapShare: null,
      rangeRatio: null,
      absolute1: 0,
    });
  });

  it("a walk without gaps or wicks has a range ratio near 2, a little less for its 32 steps", () => {
    const spec = {
      ...marketPresets["syn-fx-daily"],
      gapShare: 0,
      wickFactor: 1,
      tailDegrees: 60,
      jumps: { perYear: 0, mean: 0, sd: 0 },
      garch: { alpha: 0, gamma: 0, beta: 0.9 },
      regimes: [{ driftPerYear: 0, volatilityFactor: 1, meanBars: 1 }],
    };
    const { rangeRatio } = stylisedFacts(generateMarket(spec));
    expect(rangeRatio).toBeGreaterThan(1.7);
    expect(rangeRatio).toBeLessThan(2);
  });
});
