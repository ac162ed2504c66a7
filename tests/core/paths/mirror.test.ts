import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barColumns } from "../../../src/core/bars.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { mirror } from "../../../src/core/paths/mirror.ts";
import { regimeOf, trendStrength } from "../../../src/core/paths/regime.ts";
import { randomMarket } from "./random-market.ts";

const markets = fc.string().map((seed) => randomMarket(seed, 120));

describe("mirror", () => {
  it("100 → 110 → 99 becomes 100 → 90.909… → 101.010…", () => {
    const market = randomMarket("mirror", 3);
    market.close.set([100, 110, 99]);
    expect([...mirror(market).close]).toEqual([100, 10_000 / 110, 10_000 / 99]);
  });

  it("twice is the identity to 1e-9", () => {
    fc.assert(
      fc.property(markets, (market) => {
        const twice = mirror(mirror(market));
        for (const name of barColumns) {
          for (let t = 0; t < market.length; t++) {
            const value = market[name][t] as number;
            expect(Math.abs((twice[name][t] as number) / value - 1)).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("bars stay sound, ranges and gaps keep their size, every log return changes its sign", () => {
    fc.assert(
      fc.property(markets, (market) => {
        const other = mirror(market);
        expect(validateBars(other)).toEqual([]);
        for (let t = 1; t < market.length; t++) {
          const ln = (a: Float64Array, b: Float64Array, back: number): number =>
            Math.log((a[t] as number) / (b[t - back] as number));
          expect(ln(other.high, other.low, 0)).toBeCloseTo(ln(market.high, market.low, 0), 12);
          expect(ln(other.close, other.close, 1)).toBeCloseTo(-ln(market.close, market.close, 1), 12);
          expect(ln(other.open, other.close, 1)).toBeCloseTo(-ln(market.open, market.close, 1), 12);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("rising becomes falling, flat stays flat", () => {
    const rising = randomMarket("up", 300, 0.002);
    expect(regimeOf(trendStrength(rising, 50))).toBe("rising");
    expect(regimeOf(trendStrength(mirror(rising), 50))).toBe("falling");
    expect(trendStrength(mirror(rising), 50)).toBeCloseTo(-trendStrength(rising, 50), 10);
  });

  it("changes nothing in the market that it is given", () => {
    const market = randomMarket("same", 50);
    const before = structuredClone(market);
    mirror(market);
    expect(market).toEqual(before);
  });
});
