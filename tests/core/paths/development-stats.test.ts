import { describe, expect, it } from "vitest";
import {
  describePaths,
  drawDevelopmentPaths,
  drawDevelopmentStats,
} from "../../../src/core/paths/development-stats.ts";
import { type DrawInput, drawPaths } from "../../../src/core/paths/draw-paths.ts";
import type { Path } from "../../../src/core/paths/path.ts";
import { datasetOf, randomMarket } from "./random-market.ts";

const task: DrawInput["task"] = {
  id: "design-test",
  classes: ["equity"],
  interval: "1d",
  warmupBars: 50,
  scoredBars: 150,
  costs: { feeBps: 2, slippageBps: 3 },
};
const input: DrawInput = { task, datasets: [datasetOf("alpha", randomMarket("alpha", 4000))], seed: "7" };

/** A path over a random market of known drift and volatility. */
function pathOf(drift: number, sigma: number): Path {
  const bars = randomMarket(`describe ${drift} ${sigma}`, 20_000, drift, sigma);
  const costs = { feeBps: 2, slippageBps: 3 };
  return {
    id: "d1",
    kind: "history",
    regime: "flat",
    stress: false,
    dataset: "a",
    symbol: "A",
    start: 0,
    bars,
    warmupBars: 50,
    costs,
  };
}

describe("describePaths", () => {
  it("gives back the drift, the volatility and the gaps that a market was made with", () => {
    const stats = describePaths([pathOf(0.0005, 0.01)]);
    expect(stats.windows).toBe(1);
    expect(stats.bars).toBe(20_000);
    expect(stats.volatilityPerYear.median).toBeCloseTo(Math.hypot(0.01, 0.003) * Math.sqrt(252), 2);
    expect(Math.abs(stats.driftPerYear.median - 0.126)).toBeLessThan((4 * 0.0104 * 252) / Math.sqrt(20_000));
    expect(stats.gapShare.median).toBeCloseTo(0.09 / 1.0925, 2);
    expect(Math.abs(stats.autocorrelation1.median)).toBeLessThan(0.03);
    expect(Math.abs(stats.excessKurtosis.median)).toBeLessThan(0.15);
    expect(stats.costBps).toEqual({ low: 5, median: 5, high: 5 });
  });

  it("low, median and high are of the windows; the median of two is their mean", () => {
    const [calm, wild] = [pathOf(0, 0.01), pathOf(0, 0.02)];
    const [one, two] = [describePaths([calm]).volatilityPerYear.median, describePaths([wild]).volatilityPerYear.median];
    expect(describePaths([wild, calm]).volatilityPerYear).toEqual({ low: one, median: (one + two) / 2, high: two });
  });

  it("a market that never moves gives zeros, no NaN", () => {
    const path = pathOf(0, 0.01);
    for (const column of [path.bars.open, path.bars.high, path.bars.low, path.bars.close]) column.fill(9);
    const { gapShare, autocorrelation1, excessKurtosis, volatilityPerYear } = describePaths([path]);
    expect([gapShare.high, autocorrelation1.high, excessKurtosis.high, volatilityPerYear.high]).toEqual([0, 0, 0, 0]);
  });

  it("no paths are refused", () => {
    expect(() => describePaths([])).toThrow(/no paths/);
  });
});

describe("drawDevelopmentPaths", () => {
  it("no window shares a bar with the scored bars of the task's paths", () => {
    for (const seed of ["1", "2", "3"]) {
      const scored = drawPaths({ ...input, seed }).paths.filter((path) => path.kind !== "twin");
      const windows = drawDevelopmentPaths({ ...input, seed }).filter((path) => path.kind === "history");
      expect(windows.length).toBeGreaterThan(4);
      for (const window of windows) {
        for (const path of scored) {
          const apart = window.start + 200 <= path.start + 50 || window.start >= path.start + 200;
          expect(apart).toBe(true);
        }
      }
    }
  });

  it("where every window meets a scored one, twins stand in", () => {
    const short = { ...input, datasets: [datasetOf("short", randomMarket("short", 260))] };
    const scored = drawPaths(short).paths.some((path) => path.kind !== "twin");
    expect(scored).toBe(true);
    expect(drawDevelopmentPaths(short).map((path) => path.kind)).toContain("twin");
  });

  it("the same seed gives the same statistics, another seed others", () => {
    expect(drawDevelopmentStats(input)).toEqual(drawDevelopmentStats(input));
    expect(drawDevelopmentStats({ ...input, seed: "8" })).not.toEqual(drawDevelopmentStats(input));
  });
});
