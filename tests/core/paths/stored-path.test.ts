import { describe, expect, it } from "vitest";
import type { Path } from "../../../src/core/paths/path.ts";
import {
  barsOfStored,
  costsOfStored,
  positionsOfStored,
  type StoredPath,
  storePath,
  storePositions,
} from "../../../src/core/paths/stored-path.ts";
import { backtestPath } from "../../../src/core/score/backtest-path.ts";

const column = (...values: number[]): Float64Array => Float64Array.from(values);

const path: Path = {
  id: "p1",
  kind: "twin",
  regime: "flat",
  stress: false,
  dataset: "made-up",
  symbol: "X",
  start: 0,
  warmupBars: 2,
  costs: { feeBps: 1, slippageBps: 2, halfSpread: column(0.1, Number.NaN, 0.3, 0.1) },
  bars: {
    length: 4,
    time: column(0, 1, 2, 3),
    open: column(100, 1 / 3, 100.1, 99),
    high: column(101, 102, 103, 104),
    low: column(99, 0.1, 98, 97),
    close: column(100, 101, 102, 103.7),
    volume: column(5, Number.NaN, 0, 7),
    barsPerYear: 252,
  },
};

/** Through a file and back. */
const stored = JSON.parse(JSON.stringify(storePath(path))) as StoredPath;

describe("storePath", () => {
  it("gives back every number of the bars, unknown volume too", () => {
    expect(barsOfStored(stored)).toEqual(path.bars);
  });

  it("gives back the costs, a half-spread a bar among them", () => {
    expect(costsOfStored(stored)).toEqual(path.costs);
    const { halfSpread, ...rates } = path.costs;
    expect(halfSpread).toBeDefined();
    expect(costsOfStored(storePath({ ...path, costs: rates }))).toEqual(rates);
  });
});

describe("storePositions", () => {
  it("gives back targets and stops, bars without one too", () => {
    const positions = { target: column(0, Number.NaN, 1, -0.5), trailingStop: column(0.1, Number.NaN, 0.2, 0.3) };
    expect(positionsOfStored(JSON.parse(JSON.stringify(storePositions(positions))))).toEqual(positions);
  });
});

describe("backtestPath", () => {
  it("comes to the same equity from a stored path as from the path itself", () => {
    const positions = { target: column(1, Number.NaN, 0.5, 0) };
    const again = backtestPath(
      { bars: barsOfStored(stored), warmupBars: stored.warmupBars, costs: costsOfStored(stored) },
      positionsOfStored(storePositions(positions)),
    );
    const first = backtestPath(path, positions);
    expect(again).toEqual(first);
    expect(first.bars.length).toBe(3);
    // A target of the warm-up, 1, is taken up at the first scored open.
    expect(first.positions.target[0]).toBe(1);
    expect(first.result.turnover[1]).toBeGreaterThan(0.99);
  });
});
