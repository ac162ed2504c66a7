import { describe, expect, it } from "vitest";
import { scaleCosts } from "../../../src/report/parts/scale-costs.ts";

describe("scaleCosts", () => {
  it("2 times every cost", () => {
    const costs = {
      feeBps: 1,
      slippageBps: 2,
      minFee: 3,
      halfSpread: Float64Array.of(4),
      borrowBps: 5,
      fundingBps: -6,
    };
    expect(scaleCosts(costs, 2)).toEqual({
      feeBps: 2,
      slippageBps: 4,
      minFee: 6,
      halfSpread: Float64Array.of(8),
      borrowBps: 10,
      fundingBps: -12,
    });
  });

  it("funding stays below the whole position a bar", () => {
    expect(scaleCosts({ feeBps: 0, slippageBps: 0, fundingBps: -6000 }, 5).fundingBps).toBe(-9999);
  });

  it("costs that are not given are not given afterwards", () => {
    expect(Object.keys(scaleCosts({ feeBps: 1, slippageBps: 1 }, 3))).toEqual(["feeBps", "slippageBps"]);
  });
});
