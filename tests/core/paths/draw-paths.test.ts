import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/core/market/dataset.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { type DrawInput, drawPaths } from "../../../src/core/paths/draw-paths.ts";
import type { Path } from "../../../src/core/paths/path.ts";
import { regimeOf, trendStrength } from "../../../src/core/paths/regime.ts";
import { hasStress } from "../../../src/core/paths/stress.ts";
import { datasetOf, randomMarket } from "./random-market.ts";

const task: DrawInput["task"] = {
  id: "design-test",
  classes: ["equity"],
  interval: "1d",
  warmupBars: 50,
  scoredBars: 150,
  costs: null,
};
const datasets: readonly Dataset[] = [
  datasetOf("alpha", randomMarket("alpha", 1500)),
  datasetOf("beta", randomMarket("beta", 1500, 0.0005)),
];

const count = (paths: readonly Path[], test: (path: Path) => boolean): number => paths.filter(test).length;

/** What RANKING.md promises of the eight paths, whatever the seed and the markets. */
function expectStrata(paths: readonly Path[]): void {
  expect(paths.map((path) => path.id)).toEqual(["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"]);
  expect(count(paths, (path) => path.regime === "rising")).toBe(3);
  expect(count(paths, (path) => path.regime === "falling")).toBe(3);
  expect(count(paths, (path) => path.regime === "flat")).toBe(2);
  expect(count(paths, (path) => path.stress)).toBeGreaterThanOrEqual(2);
  for (const path of paths) {
    expect(path.bars.length).toBe(path.warmupBars + task.scoredBars);
    expect(validateBars(path.bars)).toEqual([]);
    expect(regimeOf(trendStrength(path.bars, path.warmupBars))).toBe(path.regime);
    expect(hasStress(path.bars, path.warmupBars)).toBe(path.stress);
  }
  expect(new Set(paths.map((path) => path.bars.close.join())).size).toBe(8);
  const windows = paths.filter((path) => path.kind !== "twin");
  expect(new Set(windows.map((path) => `${path.dataset} ${path.kind} ${path.start}`)).size).toBe(windows.length);
}

describe("drawPaths", () => {
  it("any seed gives 3 rising, 3 falling, 2 flat, 2 with stress, half of them history, all different", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { paths, noise } = drawPaths({ task, datasets, seed });
        expectStrata(paths);
        expect(count(paths, (path) => path.kind === "history")).toBeGreaterThanOrEqual(4);
        expect(new Set(paths.map((path) => path.kind))).toContain("twin");
        expect([noise.id, noise.kind]).toEqual(["noise", "noise"]);
        expect(validateBars(noise.bars)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("the same seed gives the same bytes, in whatever order the datasets come; another seed or task gives others", () => {
    const drawn = drawPaths({ task, datasets, seed: "1" });
    expect(drawPaths({ task, datasets: [...datasets].reverse(), seed: "1" })).toEqual(drawn);
    const first = (input: Partial<DrawInput>): Float64Array | undefined =>
      drawPaths({ task, datasets, seed: "1", ...input }).paths[0]?.bars.close;
    expect(first({ seed: "2" })).not.toEqual(first({}));
    expect(first({ task: { ...task, id: "design-other" } })).not.toEqual(first({}));
  });

  it("a market that only rises: mirrors and twins fill what history cannot, and half is still history", () => {
    const rising = [datasetOf("rising", randomMarket("rising", 1500, 0.004))];
    const { paths } = drawPaths({ task, datasets: rising, seed: "1" });
    expect(count(paths, (path) => path.regime === "rising" && path.kind === "history")).toBe(3);
    expect(count(paths, (path) => path.regime === "falling" && path.kind === "mirror")).toBeGreaterThanOrEqual(2);
    expect(count(paths, (path) => path.regime === "flat")).toBe(2);
  }, 20_000);

  it("a market of one window more than wanted gives all strata from twins", () => {
    const short = [datasetOf("short", randomMarket("short", 201))];
    expectStrata(drawPaths({ task, datasets: short, seed: "1" }).paths);
  });

  it("fewer paths keep the order of the plan, more go round again", () => {
    const four = drawPaths({ task, datasets, seed: "1", count: 4 }).paths;
    expect(four.map((path) => path.regime)).toEqual(["rising", "falling", "flat", "rising"]);
    const sixteen = drawPaths({ task, datasets, seed: "1", count: 16 }).paths;
    expect(count(sixteen, (path) => path.regime === "rising")).toBe(6);
    expect(count(sixteen, (path) => path.stress)).toBeGreaterThanOrEqual(4);
    expect(count(sixteen, (path) => path.kind === "history")).toBeGreaterThanOrEqual(8);
  });

  it("with 20 scored bars there is no stress to ask for, and the strata still hold", () => {
    const { paths } = drawPaths({ task: { ...task, scoredBars: 20 }, datasets, seed: "1" });
    expect(count(paths, (path) => path.regime === "falling")).toBe(3);
  });

  it("costs are the task's, else the dataset's", () => {
    const own = { feeBps: 7, slippageBps: 0 };
    const costs = (input: DrawInput): unknown[] => drawPaths(input).paths.map((path) => path.costs);
    expect(new Set(costs({ task: { ...task, costs: own }, datasets, seed: "1" }))).toEqual(new Set([own]));
    expect(costs({ task, datasets, seed: "1" })[0]).toEqual({ feeBps: 1, slippageBps: 2 });
  });

  it("changes nothing in the datasets", () => {
    const before = structuredClone(datasets);
    drawPaths({ task, datasets, seed: "untouched" });
    expect(datasets).toEqual(before);
  });

  it.each([
    ["another class", { class: "fx" }, /no dataset of class equity, interval 1d.*alpha \(fx, 1d\)/],
    ["another interval", { interval: "1h" }, /no dataset of class equity, interval 1d.*alpha \(equity, 1h\)/],
    ["unfit for scoring", { fitForScoring: false }, /alpha \(equity, 1d, not fit for scoring\)/],
  ])("a dataset of %s is not drawn from", (_, info, message) => {
    const unfit = [datasetOf("alpha", randomMarket("alpha", 1500), info)];
    expect(() => drawPaths({ task, datasets: unfit, seed: "1" })).toThrow(message);
  });

  it("a dataset too short, or none, is a UserError that says so", () => {
    const short = [datasetOf("alpha", randomMarket("alpha", 200))];
    expect(() => drawPaths({ task, datasets: short, seed: "1" })).toThrow(
      /too short for 50 \+ 150 bars.*alpha \(200\)/,
    );
    expect(() => drawPaths({ task, datasets: [], seed: "1" })).toThrow(/there are none/);
  });

  it("a market that never moves ends in a UserError, not in an endless search", () => {
    const still = randomMarket("still", 400);
    for (const column of [still.open, still.high, still.low, still.close]) column.fill(100);
    expect(() => drawPaths({ task, datasets: [datasetOf("still", still)], seed: "1" })).toThrow(
      /no rising path found in still/,
    );
  });
});
