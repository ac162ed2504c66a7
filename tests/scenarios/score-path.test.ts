import { describe, expect, it } from "vitest";
import { scorePath } from "../../src/bench/score-program.ts";
import type { Path } from "../../src/core/paths/path.ts";
import type { Positions } from "../../src/core/positions.ts";
import type { Mandate } from "../../src/core/task.ts";
import { all, ohlc } from "../core/backtest/stop-markets.ts";

const mandate: Mandate = { minTarget: -1, maxTarget: 1, maxDrawdown: null };
const calm = [100, 101, 99, 100] as const;

/** Three bars of warm-up, the last of them the start of what is scored; entry at the open of bar 3, a fall in bar 4. */
const path: Path = {
  id: "p1",
  kind: "history",
  regime: "flat",
  stress: false,
  dataset: "d",
  symbol: "s",
  start: 0,
  bars: ohlc(calm, [100, 101, 80, 100], calm, calm, [100, 102, 88, 96], [96, 97, 95, 96]),
  warmupBars: 3,
  costs: { feeBps: 0, slippageBps: 0 },
};

function equityOf(positions: Positions, of: Path = path): readonly number[] | undefined {
  return scorePath({ path: of, positions, failure: null }, mandate).curve?.equity;
}

describe("scorePath", () => {
  it("carries stops out: 10 % below the first scored open of 100 is 90", () => {
    expect(equityOf({ target: all(6, 1) })).toEqual([1, 1, 0.96, 0.96]);
    expect(equityOf({ target: all(6, 1), stopLoss: all(6, 0.1) })).toEqual([1, 1, 0.9, 0.9]);
  });

  it("a position of the warm-up is taken up with its own stop, though one would have closed it there", () => {
    const stopLoss = Float64Array.of(0.05, 0.2, 0.2, 0.2, 0.2, 0.2);
    expect(equityOf({ target: Float64Array.of(1, 1, 1, 1, 1, 1), stopLoss })).toEqual([1, 1, 0.95, 0.95]);
  });

  it("the spread is that of the scored bars", () => {
    const halfSpread = Float64Array.of(90, 90, 90, 1, 0, 0);
    const costs = { feeBps: 0, slippageBps: 0, halfSpread };
    expect(equityOf({ target: all(6, 1) }, { ...path, costs })?.[1]).toBeCloseTo(1 / 1.01, 6);
  });
});
