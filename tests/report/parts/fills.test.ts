import { describe, expect, it } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import { createBars } from "../../../src/core/create-bars.ts";
import type { PositionsInput } from "../../../src/core/positions.ts";
import { fillsOf } from "../../../src/report/parts/fills.ts";

const open = [100, 101, 102, 103, 104, 105];
const bars = createBars({
  open,
  high: open.map((price) => price + 2),
  low: open.map((price) => price - 2),
  close: open.map((price) => price + 1),
  barsPerYear: 252,
});
const free = { initial: 1, costs: { feeBps: 0, slippageBps: 0 }, rebalance: "on-change" } as const;
const fills = (positions: PositionsInput): unknown =>
  fillsOf(bars, positions.target, backtest(bars, positions, free)).map(({ bar, price, kind }) => [bar, price, kind]);

describe("fillsOf", () => {
  it("an order is filled at the open after its target", () => {
    expect(fills({ target: [1, Number.NaN, 0, -1, -1, 0] })).toEqual([
      [1, 101, "buy"],
      [3, 103, "sell"],
      [4, 104, "sell"],
    ]);
  });

  it("a stop is a fill at its level, after the order of its bar", () => {
    const target = [1, 1, 1, 0, 0, 0];
    const takeProfit = target.map(() => 0.015);
    expect(fills({ target, takeProfit })).toEqual([
      [1, 101, "buy"],
      [1, expect.closeTo(102.515, 9), "stop"],
    ]);
  });

  it("nothing is filled without a target", () => {
    expect(fills({ target: [0, 0, 0, 0, 0, 0] })).toEqual([]);
  });
});
