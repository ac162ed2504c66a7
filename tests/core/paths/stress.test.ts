import { describe, expect, it } from "vitest";
import { type Bars, sliceBars } from "../../../src/core/bars.ts";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { marketPresets } from "../../../src/core/market/market-presets.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { findStress, hasStress, plantGap } from "../../../src/core/paths/stress.ts";
import { randomMarket } from "./random-market.ts";

/** 400 bars whose close steps by ±1 % in turn, opens at the close before; then some steps are replaced. */
function calmMarket(steps: Readonly<Record<number, number>> = {}): Bars {
  const market = randomMarket("calm", 400);
  let close = 100;
  for (let t = 0; t < 400; t++) {
    market.open[t] = close;
    close *= Math.exp(steps[t] ?? (t % 2 === 0 ? 0.01 : -0.01));
    market.close[t] = close;
    market.high[t] = Math.max(close, market.open[t] as number);
    market.low[t] = Math.min(close, market.open[t] as number);
  }
  return market;
}

describe("findStress", () => {
  it("a calm market has none", () => {
    expect(findStress(calmMarket(), 100)).toEqual({ gap: false, crash: false, burst: false });
  });

  it("a fall of 7 % where σ is near 1.1 % is a crash; a rise of as much is not", () => {
    expect(findStress(calmMarket({ 200: -0.07 }), 100)).toEqual({ gap: false, crash: true, burst: false });
    expect(findStress(calmMarket({ 200: 0.07 }), 100).crash).toBe(false);
  });

  it("five falls of 2.5 % in a row are a crash", () => {
    const slide = Object.fromEntries([200, 201, 202, 203, 204].map((t) => [t, -0.025]));
    expect(findStress(calmMarket(slide), 100).crash).toBe(true);
  });

  it("an open 7 % away from the close before is a gap, also upwards", () => {
    for (const factor of [1.07, 1 / 1.07]) {
      const market = calmMarket();
      market.open[250] = (market.close[249] as number) * factor;
      expect(findStress(market, 100).gap).toBe(true);
    }
  });

  it("twenty bars of ±8 % are a burst, without a crash", () => {
    const wild = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [300 + i, i % 2 === 0 ? 0.08 : -0.08]));
    expect(findStress(calmMarket(wild), 100)).toEqual({ gap: false, crash: false, burst: true });
  });

  it("what happens in the warm-up does not count", () => {
    expect(hasStress(calmMarket({ 50: -0.3, 99: -0.3 }), 100)).toBe(false);
  });

  it("scaling every price changes nothing; a market that never moves has none", () => {
    const market = calmMarket({ 200: -0.07 });
    const scaled = { ...market, open: market.open.map((x) => x * 3), close: market.close.map((x) => x * 3) };
    expect(findStress(scaled, 100)).toEqual(findStress(market, 100));
    market.close.fill(5);
    expect(hasStress(market, 100)).toBe(false);
  });
});

describe("plantGap", () => {
  it("gives a calm market a gap, and sound bars", () => {
    for (const at of [100, 250, 399]) {
      const market = calmMarket();
      plantGap(market, 100, at);
      expect(findStress(market, 100).gap).toBe(true);
      expect(validateBars(market)).toEqual([]);
    }
  });
});

describe("below a day", () => {
  it("the nights of a stock are no stress by themselves: under two thirds of ten-day windows have any", () => {
    const market = generateMarket({ ...marketPresets["syn-equity-5m"], jumps: { perYear: 0, mean: 0, sd: 0 } });
    let stressed = 0;
    for (let day = 0; day < 100; day++) {
      const start = day * 78;
      if (hasStress(sliceBars(market, start, start + 1014), 234)) stressed += 1;
    }
    expect(stressed).toBeLessThan(67);
  });
});
