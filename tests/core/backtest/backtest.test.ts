import { describe, expect, test } from "vitest";
import { backtest, backtestColumns } from "../../../src/core/backtest.ts";
import { barsOf, settings } from "./markets.ts";

const rising = barsOf([100, 100, 110, 120], [100, 110, 120, 130]);

test("a position decided on bar t earns from the open of bar t + 1 on", () => {
  const { equity, position } = backtest(rising, [0, 1, 0, 0], settings());
  expect([...equity]).toEqual([1, 1, 120 / 110, 120 / 110]);
  expect([...position]).toEqual([0, 0, 1, 0]);
});

test("target 1 on every bar is C[t]/O[1] without costs", () => {
  expect([...backtest(rising, [1, 1, 1, 1], settings()).equity]).toEqual([1, 1.1, 1.2, 1.3]);
});

test("target −1 loses what the market gains, on the units sold: 100 → 110 → 120 → 130 leaves 0.9, 0.8, 0.7", () => {
  const { equity, position } = backtest(rising, [-1, -1, -1, -1], settings());
  [1, 0.9, 0.8, 0.7].forEach((wanted, t) => {
    expect(equity[t]).toBeCloseTo(wanted, 14);
  });
  expect(position[3]).toBeCloseTo(-1.3 / 0.7, 14);
});

test("every-bar restores a weight of −1 at each open: 110 of 100, then 120 of 110, then 130 of 120", () => {
  const { equity, turnover } = backtest(rising, [-1, -1, -1, -1], settings(0, "every-bar"));
  expect(equity[3]).toBeCloseTo(0.9 * (1 - 10 / 110) * (1 - 10 / 120), 14);
  expect(turnover[2]).toBeCloseTo(1.1 / 0.9 - 1, 14);
});

test("buying with everything at 1 % cost leaves 1/1.01 invested: turnover 1/1.01", () => {
  const { equity, turnover } = backtest(barsOf([50, 50, 50], [50, 50, 50]), [1, 1, 1], settings(100));
  expect(equity[1]).toBeCloseTo(1 / 1.01, 15);
  expect(turnover[1]).toBeCloseTo(1 / 1.01, 15);
});

test("selling everything at 1 % cost leaves 0.99 of it: turnover 1", () => {
  const { equity, turnover } = backtest(barsOf([50, 50, 50], [50, 50, 50]), [1, 0, 0], settings(100));
  expect(equity[2]).toBeCloseTo(0.99 / 1.01, 15);
  expect(turnover[2]).toBeCloseTo(1, 15);
});

test("a flip from 1 to −1 at 1 % cost is sold and sold short again: turnover 2/1.01", () => {
  const { equity, turnover } = backtest(barsOf([50, 50, 50], [50, 50, 50]), [1, -1, 0], settings(100));
  expect(turnover[2]).toBeCloseTo(2 / 1.01, 15);
  expect(equity[2]).toBeCloseTo((1 / 1.01) * (0.99 / 1.01), 15);
});

test("fee and slippage are one cost: 60 + 40 basis points equal 100", () => {
  const both = { initial: 1, costs: { feeBps: 60, slippageBps: 40 }, rebalance: "on-change" } as const;
  expect(backtest(rising, [1, -0.5, 0.2, 0], both)).toEqual(backtest(rising, [1, -0.5, 0.2, 0], settings(100)));
});

test("half invested: a fee of 1 % on a half costs 0.5/1.005 % and the weight is exactly a half after it", () => {
  const { equity, position } = backtest(barsOf([10, 10, 10], [10, 10, 10]), [0.5, 0.5, 0.5], settings(100));
  expect(equity[1]).toBeCloseTo(1 - 0.005 / 1.005, 15);
  expect(position[1]).toBeCloseTo(0.5, 15);
});

describe("targets", () => {
  test("NaN keeps the target before: 1, NaN, NaN equals 1, 1, 1", () => {
    expect(backtest(rising, [1, NaN, NaN, NaN], settings(10))).toEqual(backtest(rising, [1, 1, 1, 1], settings(10)));
  });

  test("NaN before the first target is flat", () => {
    expect([...backtest(rising, [NaN, NaN, NaN, NaN], settings(10)).equity]).toEqual([1, 1, 1, 1]);
  });

  test("on-change does not trade when a target is said again after NaN", () => {
    const { turnover } = backtest(rising, [0.5, NaN, 0.5, NaN], settings(10));
    expect([...turnover].filter((tau) => tau > 0)).toHaveLength(1);
  });

  test("the last target is never filled", () => {
    expect(backtest(rising, [0, 0, 0, 1], settings())).toEqual(backtest(rising, [0, 0, 0, 0], settings()));
  });

  test("a target of −0 leaves no −0 behind", () => {
    const { position, turnover } = backtest(rising, [-0, -0, -0, -0], settings(10, "every-bar"));
    for (const value of [...position, ...turnover]) expect(Object.is(value, 0)).toBe(true);
  });
});

describe("ruin", () => {
  test("a short that doubles at the open is ruined there, and stays at 0", () => {
    const crash = barsOf([100, 100, 210, 100], [100, 100, 100, 100]);
    const { equity, position, ruinBar } = backtest(crash, [-1, -1, 1, 1], settings());
    expect([...equity]).toEqual([1, 1, 0, 0]);
    expect([...position]).toEqual([0, -1, 0, 0]);
    expect(ruinBar).toBe(2);
  });

  test("a short that exactly doubles by the close is ruined there", () => {
    const { equity, ruinBar, turnover } = backtest(barsOf([100, 100, 1], [100, 200, 1]), [-1, 1, 1], settings());
    expect([...equity]).toEqual([1, 0, 0]);
    expect(ruinBar).toBe(1);
    expect(turnover[1]).toBe(1);
  });

  test("a short covered at a cost above what is left is ruined by the cost", () => {
    const squeeze = barsOf([100, 100, 199, 100], [100, 100, 199, 100]);
    expect(backtest(squeeze, [-1, 0, 0, 0], settings(40)).ruinBar).toBeNull();
    expect(backtest(squeeze, [-1, 0, 0, 0], settings(60)).ruinBar).toBe(2);
  });

  test("a weight that no cost of 100 % and more can pay for is ruin", () => {
    expect(backtest(barsOf([1, 1, 1], [1, 1, 1]), [1, 0, 0], settings(10_000)).ruinBar).toBe(2);
  });

  test("columns used again after a ruin hold nothing of it", () => {
    const columns = backtestColumns(4);
    backtest(barsOf([100, 100, 210, 100], [100, 100, 100, 100]), [-1, -1, 1, 1], settings(), columns);
    expect(backtest(rising, [1, 0, -1, 0], settings(5), columns)).toEqual(backtest(rising, [1, 0, -1, 0], settings(5)));
  });
});

describe("edges", () => {
  test("no bars: no equity", () => {
    expect(backtest(barsOf([], []), [], settings()).equity).toHaveLength(0);
  });

  test("one bar: the starting equity", () => {
    expect([...backtest(barsOf([5], [6]), [1], settings(10, "on-change", 250)).equity]).toEqual([250]);
  });

  test.each([
    ["target[1] is 1.5: it must lie in [-1, 1]", () => backtest(rising, [0, 1.5, 0, 0], settings())],
    ["target has 2 values for 4 bars", () => backtest(rising, [0, 1], settings())],
    ["open[2] is 0", () => backtest(barsOf([1, 1, 0], [1, 1, 1]), [0, 0, 0], settings())],
    ["close[1] is -3", () => backtest(barsOf([1, 1], [1, -3]), [0, 0], settings())],
    ["close[0] is NaN", () => backtest(barsOf([1], [NaN]), [0], settings())],
    ["initial is 0", () => backtest(rising, [0, 0, 0, 0], settings(0, "on-change", 0))],
    ["feeBps is -1", () => backtest(rising, [0, 0, 0, 0], settings(-1))],
    ["equity has 3 values for 4 bars", () => backtest(rising, [0, 0, 0, 0], settings(), backtestColumns(3))],
    ["too large", () => backtest(barsOf([1, 1e-300, 1], [1, 1e300, 1]), [1, 1, 1], settings())],
  ])("RangeError: %s", (message, run) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});
