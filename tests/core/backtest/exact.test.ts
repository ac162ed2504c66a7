import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { backtest, type Rebalance } from "../../../src/core/backtest.ts";
import { computeMetrics } from "../../../src/core/metrics/compute-metrics.ts";
import { barsOf } from "./markets.ts";

// Six cases of 40 bars, computed in decimal arithmetic of 60 digits by a program in another language: the trade solved for
// buying and for selling apart, metrics from their textbook sums, drawdown over all pairs of bars.
interface ExactCase {
  readonly rebalance: Rebalance;
  readonly feeBps: number;
  readonly barsPerYear: number;
  readonly open: readonly number[];
  readonly close: readonly number[];
  readonly target: readonly (number | null)[];
  readonly ruinBar: number | null;
  readonly equity: readonly number[];
  readonly metrics: Readonly<Record<string, number>>;
}

const cases: readonly ExactCase[] = JSON.parse(readFileSync(new URL("exact-cases.json", import.meta.url), "utf8"));

test.each(cases)(
  "$rebalance at $feeBps bp, $barsPerYear bars a year: equity and 20 metrics equal 60-digit arithmetic",
  (exact) => {
    const bars = barsOf(exact.open, exact.close, exact.barsPerYear);
    const target = exact.target.map((wanted) => wanted ?? Number.NaN);
    const costs = { feeBps: exact.feeBps, slippageBps: 0 };
    const result = backtest(bars, target, { initial: 1, costs, rebalance: exact.rebalance });
    expect(result.ruinBar).toBe(exact.ruinBar);
    exact.equity.forEach((wanted, t) => {
      expect(Math.abs((result.equity[t] ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, wanted));
    });
    const metrics: Readonly<Record<string, number | null>> = { ...computeMetrics(bars, result) };
    for (const [name, wanted] of Object.entries(exact.metrics)) {
      const given = metrics[name] ?? Number.NaN;
      expect(Math.abs(given - wanted) / Math.max(1, Math.abs(wanted)), name).toBeLessThan(1e-10);
    }
  },
);
