import { describe, expect, it } from "vitest";
import { createBars } from "../../../src/core/create-bars.ts";
import { summariseBars } from "../../../src/core/market/bars-summary.ts";
import { groupFindings } from "../../../src/core/market/group-findings.ts";
import type { MarketFinding } from "../../../src/core/market/market-finding.ts";
import { rawOfBars } from "../../../src/core/market/raw-of-bars.ts";
import { stylisedFacts } from "../../../src/core/market/stylised-facts.ts";
import { randomMarket } from "../paths/random-market.ts";

const day = 86_400_000;

describe("summariseBars", () => {
  it("100 → 110 → 88 with a day missing: largest move −20 % at bar 2, longest gap two days before it", () => {
    const close = [100, 110, 88];
    const bars = createBars({ close, time: [0, day, 3 * day], volume: [5, 0, Number.NaN], barsPerYear: 4 });
    expect(summariseBars(bars)).toMatchObject({
      bars: 3,
      first: 0,
      last: 3 * day,
      largestMove: { value: expect.closeTo(-0.2, 12), bar: 2 },
      longestGap: { ms: 2 * day, bar: 2 },
      flatBars: 1,
      unknownVolume: 2,
      volatilityPerYear: expect.closeTo((Math.abs(Math.log(1.1) - Math.log(0.8)) / Math.SQRT2) * 2, 12),
    });
  });

  it("volatility is that of the stylised facts", () => {
    const bars = randomMarket("summary", 2000);
    expect(summariseBars(bars).volatilityPerYear).toBeCloseTo(stylisedFacts(bars).volatilityPerYear, 12);
  });

  it("one bar has no move, gap or volatility; two have no volatility", () => {
    const none = { largestMove: null, longestGap: null, volatilityPerYear: null };
    expect(summariseBars(createBars({ close: [5] }))).toMatchObject(none);
    expect(summariseBars(createBars({ close: [5, 5] }))).toMatchObject({
      largestMove: { value: 0, bar: 1 },
      volatilityPerYear: null,
    });
  });
});

describe("groupFindings", () => {
  const finding = (rule: string, count: number, repairable: boolean): MarketFinding => ({
    rule,
    level: "error",
    row: count,
    line: null,
    time: null,
    count,
    rows: [],
    found: "",
    advice: "",
    repairable,
  });

  it("adds places and bars of a rule, and can be mended where all of them can", () => {
    const groups = groupFindings([finding("b", 1, true), finding("a", 2, true), finding("b", 5, false)]);
    expect(
      groups.map(({ rule, places, bars, repairable, first }) => [rule, places, bars, repairable, first.row]),
    ).toEqual([
      ["b", 2, 6, false, 1],
      ["a", 1, 2, true, 2],
    ]);
  });
});

describe("rawOfBars", () => {
  it("bar t of a canonical CSV stands in line t + 2", () => {
    const bars = randomMarket("raw", 3);
    expect(rawOfBars(bars)).toMatchObject({ length: 3, close: bars.close, line: Int32Array.of(2, 3, 4) });
  });
});
