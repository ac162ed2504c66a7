import { expect, test } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import { computeMetrics } from "../../../src/core/metrics/compute-metrics.ts";
import type { Metrics } from "../../../src/core/metrics/metrics.ts";
import { barsOf, settings } from "../backtest/markets.ts";

function metricsOf(open: number[], close: number[], target: number[], bps = 0): Metrics {
  const bars = barsOf(open, close);
  return computeMetrics(bars, backtest(bars, target, settings(bps)));
}

const nothing = { turnover: 0, orders: 0, trades: 0, winRate: null, profitFactor: null };
const undefinedRatios = { sharpe: null, sortino: null, calmar: null, psr: null, skewness: null, excessKurtosis: null };

test("no bars: only the counts are defined", () => {
  expect(metricsOf([], [], [])).toMatchObject({ ...nothing, ...undefinedRatios, totalReturn: null, finalEquity: null });
});

test("one bar: no growth, no drawdown, no ratio", () => {
  const metrics = { totalReturn: 0, cagr: null, volatility: null, maxDrawdown: 0, maxDrawdownBars: 0, exposure: 0 };
  expect(metricsOf([5], [6], [1])).toMatchObject({ ...nothing, ...undefinedRatios, ...metrics, finalEquity: 1 });
});

test("a flat strategy has zeros where zero is true and null where nothing is defined", () => {
  const metrics = metricsOf([1, 2, 3, 4], [2, 3, 4, 3], [0, 0, 0, 0]);
  expect(metrics).toMatchObject({ ...nothing, ...undefinedRatios, totalReturn: 0, cagr: 0, volatility: 0, beta: 0 });
  expect(metrics).toMatchObject({ maxDrawdown: 0, exposure: 0, var95: 0, es95: 0, finalEquity: 1 });
});

test("a long position on a market that stands at 49 has no ratio and no drawdown: 49 · (1/49) is 1 − 1e-16", () => {
  const metrics = metricsOf([49, 49, 49, 49], [49, 49, 49, 49], [1, 1, 1, 1]);
  expect(metrics).toMatchObject({ ...undefinedRatios, maxDrawdown: 0, maxDrawdownBars: 0, profitFactor: null });
  expect(metrics.cagr).toBeCloseTo(0, 12);
});

test("a market that comes back to 49 has no growth, so no Calmar ratio", () => {
  const metrics = metricsOf([49, 49, 20, 49], [49, 49, 20, 49], [1, 1, 1, 1]);
  expect(metrics).toMatchObject({ calmar: null, maxDrawdownBars: 3, winRate: 0 });
});

test("ruin: −1 and 1 where the metric says so, finite elsewhere", () => {
  const metrics = metricsOf([1, 1, 3, 1, 1], [1, 1, 3, 1, 1], [-1, 0, 0, 0, 0]);
  expect(metrics).toMatchObject({ totalReturn: -1, cagr: -1, maxDrawdown: 1, calmar: -1, finalEquity: 0, trades: 1 });
  expect(metrics).toMatchObject({ maxDrawdownBars: 4, winRate: 0, profitFactor: 0, exposure: 0.2 });
  expect(metrics.sharpe).toBeCloseTo((-0.25 / 0.5) * Math.sqrt(252), 12);
});

test("holding 100 → 110 → 99 → 108.9 from bar 1 on at no cost: worked by hand", () => {
  const metrics = metricsOf([100, 100, 110, 99, 108.9], [100, 100, 110, 99, 108.9], [1, 1, 1, 1, 1]);
  expect(metrics.totalReturn).toBeCloseTo(0.089, 14);
  expect(metrics.cagr).toBeCloseTo(1.089 ** 63 - 1, 9);
  expect(metrics.maxDrawdown).toBeCloseTo(0.1, 14);
  expect(metrics.maxDrawdownBars).toBe(2);
  // returns 0, 0.1, −0.1, 0.1: mean 0.025, Σd² = 0.0275
  expect(metrics.volatility).toBeCloseTo(Math.sqrt((0.0275 / 3) * 252), 12);
  expect(metrics.sharpe).toBeCloseTo((0.025 / Math.sqrt(0.0275 / 3)) * Math.sqrt(252), 11);
  expect(metrics.sortino).toBeCloseTo((0.025 / 0.05) * Math.sqrt(252), 11);
  expect(metrics).toMatchObject({ exposure: 0.8, orders: 1, trades: 1, winRate: 1, profitFactor: null });
  expect(metrics.beta).toBeCloseTo(1, 12);
});
