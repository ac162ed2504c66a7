import fc from "fast-check";
import type { BacktestOptions } from "../../../src/core/backtest.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { createRandom } from "../../../src/core/random.ts";

/** Bars of daily opens and closes, at 252 a year; high and low span them. */
export function barsOf(open: readonly number[], close: readonly number[], barsPerYear = 252): Bars {
  return {
    length: open.length,
    time: Float64Array.from(open, (_, t) => t * 86_400_000),
    open: Float64Array.from(open),
    high: Float64Array.from(open, (price, t) => Math.max(price, close[t] ?? 0)),
    low: Float64Array.from(open, (price, t) => Math.min(price, close[t] ?? 0)),
    close: Float64Array.from(close),
    volume: new Float64Array(open.length).fill(Number.NaN),
    barsPerYear,
  };
}

/** Settings with `bps` of fee. */
export function settings(bps = 0, rebalance: BacktestOptions["rebalance"] = "on-change", initial = 1): BacktestOptions {
  return { initial, costs: { feeBps: bps, slippageBps: 0 }, rebalance };
}

/** A seeded walk of n bars with overnight gaps; `wildness` is the sd of each log step. */
export function walk(seed: string, n: number, wildness: number): Bars {
  const random = createRandom(seed);
  const open: number[] = [];
  const close: number[] = [];
  let price = 100;
  for (let t = 0; t < n; t++) {
    price *= Math.exp(random.normal() * wildness * 0.5);
    open.push(price);
    price *= Math.exp(random.normal() * wildness);
    close.push(price);
  }
  return barsOf(open, close);
}

/** Targets of every sort: whole, fractional, NaN, kept for a while. */
export function someTargets(seed: string, n: number): number[] {
  const random = createRandom(`${seed}|targets`);
  let last = 0;
  return Array.from({ length: n }, () => {
    const pick = random.int(6);
    if (pick === 0) last = Number.NaN;
    else if (pick === 1) last = random.int(3) - 1;
    else if (pick === 2) last = random.next() * 2 - 1;
    return last;
  });
}

/** A market with targets: 0 … 60 bars whose steps reach from quiet to a halving or tenfold in one bar. */
export const cases: fc.Arbitrary<{ readonly bars: Bars; readonly target: readonly number[] }> = fc
  .record({ seed: fc.string(), n: fc.integer({ min: 0, max: 60 }), wildness: fc.constantFrom(0.001, 0.02, 0.2, 1) })
  .map(({ seed, n, wildness }) => ({ bars: walk(seed, n, wildness), target: someTargets(seed, n) }));

/** Costs from 0 to 5 %, both modes. */
export const anySettings: fc.Arbitrary<BacktestOptions> = fc
  .record({ bps: fc.constantFrom(0, 1, 10, 100, 500), mode: fc.constantFrom("on-change", "every-bar") })
  .map(({ bps, mode }) => settings(bps, mode));
