import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceBars } from "../../../src/core/bars.ts";
import { regimeOf, trendStrength } from "../../../src/core/paths/regime.ts";
import { windowRegimes } from "../../../src/core/paths/window-source.ts";
import { randomMarket } from "./random-market.ts";

describe("trendStrength", () => {
  it("steps of +2 % and −1 % in turn, four of them from the last warm-up close on: mean 0.005, σ = 0.01√3", () => {
    const market = randomMarket("steps", 6);
    market.close.set([7, 100, ...[0.02, 0.01, 0.03, 0.02].map((growth) => 100 * Math.exp(growth))]);
    const sigma = Math.sqrt((2 * 0.015 ** 2 + 2 * 0.015 ** 2) / 3);
    expect(trendStrength(market, 2)).toBeCloseTo((0.005 * 2) / sigma, 12);
  });

  it("the warm-up before its last close does not count", () => {
    const market = randomMarket("warm-up", 100);
    const other = { ...market, close: market.close.slice() };
    other.close.fill(1, 0, 49);
    expect(trendStrength(other, 50)).toBe(trendStrength(market, 50));
  });

  it("scaling every price changes no strength", () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (seed, factor) => {
        const market = randomMarket(seed, 80);
        const scaled = { ...market, close: market.close.map((price) => price * factor) };
        expect(trendStrength(scaled, 20)).toBeCloseTo(trendStrength(market, 20), 9);
      }),
    );
  });

  it("a market that never moves has strength 0", () => {
    const market = randomMarket("still", 60);
    market.close.fill(5);
    expect(trendStrength(market, 10)).toBe(0);
  });
});

describe("regimeOf", () => {
  it.each([
    [0.51, "rising"],
    [0.5, "flat"],
    [0, "flat"],
    [-0.5, "flat"],
    [-0.51, "falling"],
  ])("%d is %s", (strength, regime) => {
    expect(regimeOf(strength)).toBe(regime);
  });
});

describe("windowRegimes", () => {
  it("running sums find the regime that each window has by itself, and every window once", () => {
    const market = randomMarket("windows", 400);
    const starts = windowRegimes(market, 30, 100);
    const all = Object.values(starts).flat();
    expect(new Set(all).size).toBe(400 - 130 + 1);
    for (const [regime, found] of Object.entries(starts)) {
      for (const start of found) {
        expect(regimeOf(trendStrength(sliceBars(market, start, start + 130), 30))).toBe(regime);
      }
    }
  });

  it("a market shorter than a window has none", () => {
    expect(windowRegimes(randomMarket("short", 129), 30, 100)).toEqual({ rising: [], falling: [], flat: [] });
  });
});
