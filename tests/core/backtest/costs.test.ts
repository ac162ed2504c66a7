import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Backtest, backtest } from "../../../src/core/backtest.ts";
import { type Costs, costRate, isProportional, sliceCosts } from "../../../src/core/costs.ts";
import { tradeList } from "../../../src/core/metrics/trade-list.ts";
import { barsOf, cases, walk } from "./markets.ts";
import { all } from "./stop-markets.ts";

const free = { feeBps: 0, slippageBps: 0 };
const still = barsOf([100, 100, 100, 100, 100], [100, 100, 100, 100, 100]);

function run(target: readonly number[], costs: Costs, initial = 10_000, bars = still): Backtest {
  return backtest(bars, target, { initial, costs, rebalance: "on-change" });
}

describe("least fee", () => {
  test("10 bp of 10,000 is 10: a least fee of 25 takes 25 from the order in, and from the order out", () => {
    const { equity } = run([1, 1, 0, 0, 0], { feeBps: 10, slippageBps: 0, minFee: 25 });
    expect([...equity]).toEqual([10_000, 9975, 9975, 9950, 9950]);
  });

  test("a fee above it is paid as it is", () => {
    const costs = { feeBps: 100, slippageBps: 5 };
    expect(run([1, 1, 0, 0, 0], { ...costs, minFee: 25 }).equity[3]).toBeCloseTo(
      run([1, 1, 0, 0, 0], costs).equity[3] ?? 0,
      9,
    );
  });

  test("slippage comes on top: 25 and 10 bp of the 9,965.03… bought", () => {
    const { equity } = run([1, 1, 1, 1, 1], { feeBps: 1, slippageBps: 10, minFee: 25 });
    expect(equity[1]).toBeCloseTo(9975 / 1.001, 9);
  });

  test("an order that cannot pay it is ruin; no order pays none", () => {
    expect(run([1, 1, 1, 1, 1], { ...free, minFee: 10_000 }).ruinBar).toBe(1);
    expect(run([0, 0, 0, 0, 0], { ...free, minFee: 10_000 }).equity[4]).toBe(10_000);
  });
});

describe("half-spread", () => {
  test("half of 0.2 at 100 is 10 bp of each trade; NaN is none", () => {
    const halfSpread = Float64Array.of(9, 0.1, 9, Number.NaN, 9);
    expect(run([1, 1, 0, 0, 0], { ...free, halfSpread }).equity[4]).toBeCloseTo(10_000 / 1.001, 9);
  });

  test("in proportion to the open it equals slippage", () => {
    const bars = walk("spread", 60, 0.02);
    const target = Array.from({ length: 60 }, (_, t) => Math.sin(t));
    const options = { initial: 1, rebalance: "every-bar" } as const;
    const spread = backtest(bars, target, {
      ...options,
      costs: { ...free, halfSpread: bars.open.map((o) => 0.002 * o) },
    });
    const slippage = backtest(bars, target, { ...options, costs: { ...free, slippageBps: 20 } });
    spread.equity.forEach((value, t) => {
      expect(value).toBeCloseTo(slippage.equity[t] ?? 0, 12);
    });
  });
});

describe("holding", () => {
  test("a short of 10,000 at 252 bp a year pays 1 a bar of 252 a year, at each close that it is held", () => {
    const { equity } = run([-1, -1, 0, 0, 0], { ...free, borrowBps: 252 });
    [10_000, 9999, 9998, 9998, 9998].forEach((value, t) => {
      expect(equity[t]).toBeCloseTo(value, 9);
    });
  });

  test("a long borrows nothing", () => {
    expect(run([1, 1, 1, 1, 1], { ...free, borrowBps: 252 }).equity[4]).toBe(10_000);
  });

  test("funding of 1 bp a bar: longs pay 1, shorts receive 1; of −1 bp the other way round", () => {
    expect(run([1, 1, 0, 0, 0], { ...free, fundingBps: 1 }).equity[4]).toBeCloseTo(9998, 9);
    expect(run([-1, -1, 0, 0, 0], { ...free, fundingBps: 1 }).equity[4]).toBeCloseTo(10_002, 9);
    expect(run([1, 1, 0, 0, 0], { ...free, fundingBps: -1 }).equity[4]).toBeCloseTo(10_002, 9);
  });

  test("what a stop closes does not pay for that bar", () => {
    const bars = { ...still, low: Float64Array.of(100, 100, 90, 100, 100) };
    const positions = { target: all(5, 1), stopLoss: all(5, 0.05) };
    const { equity } = backtest(bars, positions, {
      initial: 10_000,
      costs: { ...free, fundingBps: 1 },
      rebalance: "on-change",
    });
    expect(equity[4]).toBeCloseTo(9999 - 500, 9);
  });

  test("a short with 2^-30/100 of its equity left keeps its digits, less a bar's borrow", () => {
    const near = 200 - 2 ** -30;
    const bars = barsOf([100, 100, 100], [100, near, 200]);
    const { equity, ruinBar } = run([-1, -1, -1], { ...free, borrowBps: 252e-9 }, 1, bars);
    const left = 2 ** -30 / 100 - (near / 100) * 1e-13;
    expect((equity[1] ?? 0) / left).toBeCloseTo(1, 11);
    expect(ruinBar).toBe(2);
  });

  test("trades carry what holding costs", () => {
    const result = run([-1, -1, 0, 0, 0], { ...free, borrowBps: 252 });
    expect(tradeList(still, result)[0]?.profit).toBeCloseTo(-2, 9);
  });
});

test("other costs of 0 change no bit, and a spread of 0 nothing beyond rounding", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom("on-change", "every-bar"), ({ bars, target }, rebalance) => {
      const costs = { feeBps: 10, slippageBps: 5 };
      const plain = backtest(bars, target, { initial: 1, costs, rebalance });
      const zeros = { ...costs, minFee: 0, borrowBps: 0, fundingBps: 0 };
      expect(backtest(bars, target, { initial: 1, costs: zeros, rebalance })).toEqual(plain);
      const detailed = backtest(bars, target, {
        initial: 1,
        costs: { ...costs, halfSpread: all(bars.length, 0) },
        rebalance,
      });
      const peak = Math.max(1, ...plain.equity);
      plain.equity.forEach((value, t) => {
        expect(Math.abs((detailed.equity[t] ?? 0) - value) / peak).toBeLessThan(1e-12);
      });
    }),
    { numRuns: 100 },
  );
});

test("a greater least fee, borrow cost or spread never leaves more", () => {
  const kinds = fc.constantFrom(
    (size: number, n: number): Costs => ({ ...free, minFee: size / 100, halfSpread: all(n, 0.01) }),
    (size: number): Costs => ({ ...free, feeBps: 1, borrowBps: 10_000 * size }),
    (size: number, n: number): Costs => ({ ...free, minFee: 0.001, halfSpread: all(n, size) }),
  );
  fc.assert(
    fc.property(cases, kinds, fc.double({ min: 0, max: 1, noNaN: true }), ({ bars, target }, kind, factor) => {
      fc.pre(bars.length > 0);
      const last = (size: number) =>
        backtest(bars, target, { initial: 1, costs: kind(size, bars.length), rebalance: "on-change" }).equity.at(-1) ??
        0;
      expect(last(1)).toBeLessThanOrEqual(last(factor) * (1 + 1e-9) + 1e-12);
    }),
    { numRuns: 100 },
  );
});

test("costRate is fee and slippage; proportional is what has no other cost", () => {
  expect(costRate({ feeBps: 10, slippageBps: 5, minFee: 3 })).toBe(0.0015);
  expect(isProportional({ ...free, minFee: 0, borrowBps: 0, fundingBps: 0 })).toBe(true);
  expect(isProportional({ ...free, fundingBps: -1 })).toBe(false);
  expect(isProportional({ ...free, halfSpread: all(1, 0) })).toBe(false);
});

test("sliceCosts cuts the spread with the bars", () => {
  expect(sliceCosts({ ...free, halfSpread: Float64Array.of(1, 2, 3) }, 1, 3).halfSpread).toEqual(Float64Array.of(2, 3));
  expect(sliceCosts(free, 1, 3)).toEqual(free);
});

test.each([
  [{ minFee: -1 }, "minFee is -1: it must be a number of at least 0"],
  [{ borrowBps: Number.NaN }, "borrowBps is NaN"],
  [{ fundingBps: 10_000 }, "fundingBps is 10000: it must lie between"],
  [{ halfSpread: all(2, 0) }, "halfSpread has 2 values for 5 bars"],
  [{ halfSpread: Float64Array.of(0, 0, -1, 0, 0) }, "halfSpread[2] is -1"],
])("%j is refused", (extra, message) => {
  expect(() => run([1, 1, 1, 1, 1], { ...free, ...extra })).toThrow(message);
});
