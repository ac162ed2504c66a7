import { describe, expect, it } from "vitest";
import { createBars } from "../../../../src/core/create-bars.ts";
import { marketPower } from "../../../../src/core/market/power/market-power.ts";
import { powerLines } from "../../../../src/core/market/power/power-lines.ts";
import { randomMarket } from "../../paths/random-market.ts";

describe("marketPower", () => {
  it("20 years of independent days: worth as many within a sixth, and a Sharpe difference of 0.9 is told", () => {
    const power = marketPower(randomMarket("power", 5041));
    expect(power.years).toBeCloseTo(20, 12);
    expect(power.effectiveReturns).toBeGreaterThan(4200);
    expect(power.effectiveReturns).toBeLessThan(5800);
    expect(power.effectiveSquares).toBeGreaterThan(4000);
    expect(power.detectable[0]?.difference).toBeGreaterThanOrEqual(0.886);
    expect(power.detectable[0]?.difference).toBeLessThan(0.94);
    expect(power.detectable[1]?.difference).toBeLessThan(power.detectable[0]?.difference ?? 0);
  });

  it("as many bars as a difference needs tell that difference", () => {
    const { needed } = marketPower(randomMarket("needed", 1500));
    for (const { correlation, difference, bars, years } of needed) {
      const told = marketPower(randomMarket("needed", bars)).detectable.find((row) => row.correlation === correlation);
      expect(years).toBeCloseTo((bars - 1) / 252, 9);
      expect((told?.difference ?? 0) / difference).toBeGreaterThan(0.9);
      expect((told?.difference ?? 0) / difference).toBeLessThan(1.1);
    }
  });

  it("a market whose bars turn back is worth more returns, but tells no smaller differences", () => {
    const close = Array.from({ length: 2000 }, (_, t) => 100 + (t % 2) + 0.1 * Math.sin(t * t));
    const power = marketPower(createBars({ close }));
    expect(power.effectiveReturns).toBeGreaterThan(4000);
    expect(power.detectable[0]?.difference).toBeCloseTo(1.408, 2);
  });

  it("a market of prices that are averages of five days knows less than its bars say", () => {
    const { close } = randomMarket("smooth", 5004);
    const smooth = Float64Array.from({ length: 5000 }, (_, t) =>
      close.subarray(t, t + 5).reduce((sum, price) => sum + price / 5, 0),
    );
    const power = marketPower(createBars({ close: smooth }));
    expect(power.effectiveReturns).toBeLessThan(1700);
    expect(power.detectable[0]?.difference).toBeGreaterThan(1.5);
  });

  it.each([[[]], [[5]], [[5, 5, 5, 5]], [[5, 6]], [[5, 6, 5]]])("closes of %j: no number that is none", (close) => {
    const power = marketPower(createBars({ close }));
    expect(JSON.parse(JSON.stringify(power))).toEqual(power);
    expect(power.detectable[0]?.difference).toBeNull();
  });
});

describe("powerLines", () => {
  it("says it in three lines, and in a fourth how baselines separate", () => {
    const power = {
      ...marketPower(randomMarket("lines", 300)),
      bars: 5041,
      years: 20,
      effectiveReturns: 4321.4,
      effectiveSquares: 432.1,
      detectable: [
        { correlation: 0, difference: 0.957 },
        { correlation: 0.5, difference: 0.677 },
      ],
      needed: [
        { correlation: 0, difference: 0.5, bars: 18_460, years: 73.3 },
        { correlation: 0, difference: 1, bars: 4616, years: 18.3 },
        { correlation: 0.5, difference: 0.5, bars: 9230, years: 36.6 },
        { correlation: 0.5, difference: 1, bars: 2308, years: 9.16 },
      ],
    };
    const pair = { a: "cash", b: "random", difference: 0.001, p: 0.001, adjusted: 0.003 };
    expect(powerLines(power, { pairs: [pair, pair, pair], significant: 2 })).toEqual([
      "power: 5,041 bars, 20 years; its returns count as 4,321 independent ones, for its volatility as 432",
      "  tells a Sharpe difference of 0.96 (0.68 where returns correlate at 0.5): 80 % power, 5 % two-sided",
      "  a difference of 1.0 takes 18 years (9.2 years at 0.5), one of 0.5 73 years (37 years at 0.5)",
      "  baselines: 2 of 3 pairs told apart by their returns (HAC, Holm at 5 %)",
    ]);
    expect(powerLines(power)).toHaveLength(3);
  });

  it("counts less than a year in days", () => {
    expect(powerLines(marketPower(randomMarket("short", 64)))[0]).toMatch(
      /^power: 64 bars, 91 days; its returns count as \d+ independent/,
    );
  });

  it("returns that undo each other count as no more than they are", () => {
    const close = Array.from({ length: 400 }, (_, t) => 100 + (t % 2) + (t % 7) / 10);
    const power = marketPower(createBars({ close }));
    expect(power.effectiveReturns).toBeGreaterThan(500);
    expect(powerLines(power)[0]).toContain("count as 399 independent ones");
  });

  it("of three bars says that they tell nothing apart", () => {
    expect(powerLines(marketPower(createBars({ close: [5, 6, 5] })))[1]).toBe(
      "  too short to tell any two strategies apart",
    );
  });

  it("of a market that never moves says so in one", () => {
    expect(powerLines(marketPower(createBars({ close: [5, 5, 5] })))).toEqual(["power: none, the price never moves"]);
  });
});
