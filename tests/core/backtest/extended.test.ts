import { describe, expect, test } from "vitest";
import { weightedValue } from "../../../src/core/backtest/weighted-value.ts";
import { backtest } from "../../../src/core/backtest.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { computeMetrics } from "../../../src/core/metrics/compute-metrics.ts";
import { createRandom } from "../../../src/core/random.ts";
import { BigFloat } from "./big-float.ts";
import { extendedDrawdown, extendedEquity, extendedMoments, extendedReturns } from "./extended.ts";
import { barsOf, settings, someTargets, walk } from "./markets.ts";

/** |x − exact| over |exact|; 0 for 0 and 0. */
function relativeError(x: number, exact: BigFloat): number {
  if (exact.sign === 0) return x === 0 ? 0 : Number.POSITIVE_INFINITY;
  return BigFloat.of(x).minus(exact).over(exact).abs().toNumber();
}

function worstEquity(bars: Bars, target: readonly number[], options: ReturnType<typeof settings>): number {
  const exact = extendedEquity(bars, target, options);
  const { equity } = backtest(bars, target, options);
  expect(exact).toHaveLength(equity.length);
  return exact.reduce((worst, value, t) => Math.max(worst, relativeError(equity[t] ?? Number.NaN, value)), 0);
}

const scaled = (bars: Bars, factor: number): Bars => ({
  ...bars,
  open: bars.open.map((price) => price * factor),
  close: bars.close.map((price) => price * factor),
});

describe("equity against 60 digits, relative error up to 1e-12", () => {
  test.each([
    ["on-change", 0.01, 1],
    ["every-bar", 0.01, 1],
    ["on-change", 0.05, 1e-10],
    ["every-bar", 0.05, 1e5],
  ] as const)("%s, 10,000 bars of σ %d, prices of 100 · %d", (mode, wildness, factor) => {
    const bars = scaled(walk(`long|${mode}|${wildness}`, 10_000, wildness), factor);
    const target = someTargets(`long|${mode}`, 10_000).map((w) => w * 0.9);
    expect(worstEquity(bars, target, settings(2, mode))).toBeLessThan(1e-12);
  });

  test("200 wild markets that end in ruin, or close to it", () => {
    let ruined = 0;
    let worst = 0;
    for (let i = 0; i < 200; i++) {
      const bars = walk(`wild|${i}`, 60, [0.1, 0.3, 0.8][i % 3] ?? 0);
      const target = someTargets(`wild|${i}`, 60);
      const options = settings([0, 5, 100][i % 3] ?? 0, i % 2 ? "on-change" : "every-bar");
      worst = Math.max(worst, worstEquity(bars, target, options));
      ruined += backtest(bars, target, options).ruinBar === null ? 0 : 1;
    }
    expect(worst).toBeLessThan(1e-12);
    expect(ruined).toBeGreaterThan(20);
    expect(ruined).toBeLessThan(180);
  });

  test("a short that has 1e-9 of its equity left, at an open and at a close, and comes back", () => {
    const bars = barsOf([3, 3, 5.9999999994, 3.3, 3], [3, 5.99999999987, 4.1, 3.1, 2.9]);
    expect(worstEquity(bars, [-1, NaN, NaN, 0.3, 0], settings(1))).toBeLessThan(1e-15 * 4);
    expect(worstEquity(bars, [-1, -1, -0.7, 0.3, 0], settings(0, "every-bar"))).toBeLessThan(1e-14);
  });

  test("a short is ruined at the first price, of 41 next to each other, at which it is worth nothing", () => {
    const random = createRandom("edge");
    for (let k = 0; k < 40; k++) {
      const [entry, weight] = [1 + 9 * random.next(), -0.05 - 0.95 * random.next()];
      const end = entry - entry / weight;
      for (let i = -20; i <= 20; i++) {
        const price = end * (1 + i * 2 ** -52);
        const bars = barsOf([entry, entry, price], [entry, entry, price]);
        const exact = extendedEquity(bars, [weight, NaN, NaN], settings());
        const alive = backtest(bars, [weight, NaN, NaN], settings()).ruinBar === null;
        expect(alive, `${weight} at ${entry}, ${price}`).toBe((exact[2]?.sign ?? 0) > 0);
      }
    }
  });
});

test("weightedValue is 1 + w·(p − e)/e to 1e-15 where nothing but 1e-12 is left", () => {
  for (const [weight, entry, price] of [
    [-1, 3, 5.999999999996],
    [-0.7, 1e-8, 2.4285714285714e-8],
    [-0.35, 1e7, 38571428.57142],
    [-0.1, 101.3, 1114.299999],
    [0.4, 10, 1],
  ] as const) {
    const [w, e, p] = [BigFloat.of(weight), BigFloat.of(entry), BigFloat.of(price)];
    const exact = BigFloat.of(1).plus(w.times(p.minus(e)).over(e));
    expect(relativeError(weightedValue(weight, entry, price), exact)).toBeLessThan(1e-15);
  }
});

describe("metrics of a back-test against 60 digits, error up to 1e-12 of the larger of 1 and the metric", () => {
  test.each([
    ["quiet", 0.001, 3000, 1],
    ["usual", 0.01, 3000, 1],
    ["wild", 0.2, 300, 1e-10],
    ["ruined", 0.8, 300, 1e5],
    ["long", 0.01, 20_000, 1],
    ["two bars", 0.01, 3, 1],
  ])("%s", (name, wildness, n, factor) => {
    const bars = scaled(walk(`metrics|${name}`, n, wildness), factor);
    const target = someTargets(`metrics|${name}`, n);
    const options = settings(1);
    const exact = extendedEquity(bars, target, options);
    const metrics = computeMetrics(bars, backtest(bars, target, options));
    const returns = extendedReturns(exact);
    const { mean, m2, m3, m4 } = extendedMoments(returns);
    const deviation = m2
      .times(BigFloat.of(n - 1))
      .over(BigFloat.of(n - 2))
      .root();
    const perYear = BigFloat.of(252).root();
    const [first, last] = [exact[0], exact.at(-1)];
    if (!first || !last) throw new Error("no bars");
    const wanted = {
      totalReturn: last.minus(first).over(first),
      maxDrawdown: extendedDrawdown(exact),
      volatility: deviation.times(perYear),
      sharpe: mean.over(deviation).times(perYear),
      skewness: m3.over(m2.times(m2.root())),
      excessKurtosis: m4.over(m2.times(m2)).minus(BigFloat.of(3)),
    };
    for (const [key, value] of Object.entries(wanted)) {
      const found = metrics[key as keyof typeof wanted] ?? Number.NaN;
      const scale = Math.max(1, Math.abs(value.toNumber()));
      expect(Math.abs(BigFloat.of(found).minus(value).toNumber()) / scale, key).toBeLessThan(1e-12);
    }
  });
});
