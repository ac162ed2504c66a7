import fc from "fast-check";
import { expect, test } from "vitest";
import { type Backtest, backtest } from "../../src/core/backtest.ts";
import type { Bars } from "../../src/core/bars.ts";
import * as formula from "../../src/core/metrics/all.ts";
import { centralMoments } from "../../src/core/metrics/central-moments.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import { lowestValues } from "../../src/core/metrics/lowest-values.ts";
import { returnMoments } from "../../src/core/metrics/return-moments.ts";
import { createRandom } from "../../src/core/random.ts";
import { moments } from "../../src/core/score/moments.ts";
import { pathStats } from "../../src/core/score/path-stats.ts";
import { anySettings, barsOf, cases, settings, someTargets, walk } from "../core/backtest/markets.ts";

/** Each metric by the formula of its own file. */
function byFormula(bars: Bars, result: Backtest): Readonly<Record<string, number | null>> {
  const { equity, position, turnover } = result;
  const perYear = bars.barsPerYear;
  const returns = formula.simpleReturns(equity);
  const market = formula.simpleReturns(bars.close);
  const trades = formula.trades(bars, result);
  return {
    totalReturn: formula.totalReturn(equity),
    cagr: formula.cagr(equity, perYear),
    volatility: formula.volatility(returns, perYear),
    sharpe: formula.sharpe(returns, perYear),
    sortino: formula.sortino(returns, perYear),
    maxDrawdown: formula.maxDrawdown(equity),
    maxDrawdownBars: formula.maxDrawdownBars(equity),
    calmar: formula.calmar(formula.cagr(equity, perYear), formula.maxDrawdown(equity)),
    turnover: formula.turnover(turnover),
    exposure: formula.exposure(position),
    orders: formula.orders(turnover),
    trades: trades.length,
    winRate: formula.winRate(trades),
    profitFactor: formula.profitFactor(trades),
    skewness: formula.skewness(returns),
    excessKurtosis: formula.excessKurtosis(returns),
    var95: formula.valueAtRisk(returns),
    es95: formula.expectedShortfall(returns),
    psr: formula.psr(returns),
    alpha: formula.alpha(returns, market, perYear),
    beta: formula.beta(returns, market),
    informationRatio: formula.informationRatio(returns, market, perYear),
    finalEquity: equity.at(-1) ?? null,
  };
}

function expectEqual(found: object, wanted: object, tolerance: number): void {
  const values: Readonly<Record<string, number | null>> = { ...found };
  expect(Object.keys(found)).toEqual(Object.keys(wanted));
  for (const [name, value] of Object.entries(wanted)) {
    const own = values[name] ?? null;
    if (own === null || value === null) expect(own, name).toBe(value);
    else
      expect(Math.abs(own - value) / Math.max(1, Math.abs(value)), `${name}: ${own}, ${value}`).toBeLessThan(tolerance);
  }
}

test("every metric of computeMetrics equals the formula of its file", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      const result = backtest(bars, target, options);
      expectEqual(computeMetrics(bars, result), byFormula(bars, result), 1e-9);
    }),
    { numRuns: 300 },
  );
});

test.each([511, 512, 513, 1024, 1025, 5000])("so it does on %d bars, around the ends of a block of sums", (n) => {
  const bars = walk(`block|${n}`, n, 0.02);
  const result = backtest(bars, someTargets(`block|${n}`, n), settings(3));
  expectEqual(computeMetrics(bars, result), byFormula(bars, result), 1e-12);
});

test("and where returns hardly vary: growth of 1 % a bar, of 1e-7 ± 1e-9, and none", () => {
  for (const step of [() => 0.01, (t: number) => 1e-7 + (t % 3) * 1e-9, () => 0]) {
    let price = 100;
    const closes = Array.from({ length: 900 }, (_, t) => (price *= 1 + step(t)));
    const bars = barsOf(closes, closes);
    const result = backtest(bars, closes.fill(1), settings());
    expectEqual(computeMetrics(bars, result), byFormula(bars, result), 1e-9);
  }
});

test("pathStats equals logarithms and moments bar by bar, in two passes", () => {
  for (let i = 0; i < 60; i++) {
    const n = [2, 3, 40, 600, 1500][i % 5] ?? 0;
    const bars = walk(`stats|${i}`, n, [0.002, 0.02, 0.2][i % 3] ?? 0);
    const result = backtest(bars, someTargets(`stats|${i}`, n), settings(2));
    const logReturns = Array.from(bars.close.subarray(1), (price, t) => Math.log(price / (bars.close[t] ?? 0)));
    const sigma = n < 3 ? 0 : Math.sqrt(moments(logReturns).m2 / (n - 2));
    const scale = sigma === 0 ? 0 : 1 / sigma;
    const logs = Array.from(result.equity, (value) => Math.log(Math.max(1e-6, value)));
    const rise = Math.max(...logs.map((value, t) => value - Math.min(...logs.slice(0, t + 1))));
    const fall = Math.max(...logs.map((value, t) => Math.max(...logs.slice(0, t + 1)) - value));
    const stats = pathStats({ close: bars.close, backtest: result });
    const scaled = moments(formula.simpleReturns(result.equity).map((r) => r * scale));
    expectEqual(stats.moments, scaled, 1e-11);
    const { sigma: s, logGrowth, runUp, drawdown } = stats;
    expectEqual(
      { s, logGrowth, runUp, drawdown },
      { s: sigma, logGrowth: logs.at(-1), runUp: rise, drawdown: fall },
      1e-11,
    );
  }
});

test("a million returns of ±1 % that take turns keep their spread to 1e-12", () => {
  const returns = new Float64Array(1_000_000).map((_, t) => (t % 2 ? -0.01 : 0.01));
  const values = new Float64Array(1_000_001).fill(1);
  returns.forEach((r, t) => {
    values[t + 1] = (values[t] ?? 0) * (1 + r);
  });
  const { m2, m4, downside } = returnMoments(values);
  for (const [found, wanted] of [
    [m2, 100],
    [m4, 0.01],
    [downside, 50],
  ] as const) {
    expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-12);
  }
});

test("returnMoments leaves no trace of a shift: it equals two passes over 1e5 skewed returns", () => {
  const random = createRandom("skewed");
  const values = new Float64Array(100_001).fill(1);
  for (let t = 1; t < values.length; t++) values[t] = (values[t - 1] ?? 0) * (1 + 0.02 * (random.next() ** 3 - 0.25));
  const { count, m2, m3, m4 } = returnMoments(values);
  const central = centralMoments(formula.simpleReturns(values));
  expectEqual({ m2: m2 / count, m3: m3 / count, m4: m4 / count }, { ...central }, 1e-14);
  expect(Math.abs(m3 / count / central.m3 - 1)).toBeLessThan(1e-11);
});

test("lowestValues are the first of a sort, of any order and with ties, above and below the size that is sampled", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(10, 1023, 1024, 3000), fc.constantFrom(3, 1e6), (seed, n, levels) => {
      const random = createRandom(seed);
      const x = Float64Array.from({ length: n }, () => random.int(levels) - levels / 2);
      const sorted = x.toSorted();
      for (const order of [x, sorted, sorted.toReversed()]) {
        for (const k of [1, 2, Math.ceil(n / 20), n]) expect(lowestValues(order, k)).toEqual(sorted.subarray(0, k));
      }
    }),
    { numRuns: 20 },
  );
});
