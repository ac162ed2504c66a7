import { describe, expect, it } from "vitest";
import { alignMarkets } from "../../src/core/backtest/portfolio/align-markets.ts";
import { backtestPortfolio } from "../../src/core/backtest/portfolio/backtest-portfolio.ts";
import { createBars } from "../../src/core/create-bars.ts";
import { createRandom } from "../../src/core/random.ts";
import { analysePortfolio } from "../../src/report/backtest/analyse-portfolio.ts";
import { commonRange } from "../../src/report/backtest/instrument-chart.ts";
import { shareLabel, shareRange } from "../../src/report/charts/axes.ts";
import { formatPercent } from "../../src/report/format.ts";
import { type PortfolioPageInput, portfolioPage } from "../../src/report/portfolio-page.ts";

const n = 400;
const day = 86_400_000;
const walk = (seed: string, from: number): ReturnType<typeof createBars> => {
  const random = createRandom(seed);
  let price = 100;
  const close = Array.from({ length: n - from }, () => {
    price *= Math.exp(0.0004 + 0.01 * random.normal());
    return price;
  });
  return createBars({ time: close.map((_, t) => Date.UTC(2021, 0, 1) + (from + t) * day), close, barsPerYear: 365 });
};
const aligned = alignMarkets([walk("a", 0), walk("b", 50), walk("c", 0)]);
/** A half of the first for 10 bars in 20, short the second in between, never the third. */
const positions = [
  { target: Float64Array.from({ length: n }, (_, t) => (t % 20 < 10 ? 0.5 : 0)) },
  { target: Float64Array.from({ length: n }, (_, t) => (t % 20 < 10 ? 0 : -0.3)) },
  { target: new Float64Array(n) },
];
const costs = [
  { feeBps: 1, slippageBps: 2 },
  { feeBps: 1, slippageBps: 2, halfSpread: new Float64Array(n - 50).fill(0.1) },
  { feeBps: 5, slippageBps: 0 },
];
const options = { initial: 1000, costs, rebalance: "on-change" } as const;
const thirds = aligned.markets.map(() => ({ target: new Float64Array(n).fill(1 / 3) }));
const input: PortfolioPageInput = {
  name: "a <b>",
  file: "a.ts",
  markets: ["x<y", "second", "never"],
  aligned,
  positions,
  options,
  result: backtestPortfolio(aligned, positions, options),
  held: backtestPortfolio(aligned, thirds, options),
  code: "export default {};",
  benchmark: "0.1",
};
const analysis = analysePortfolio(input);
if (analysis === null) throw new Error("400 bars can be analysed");
const page = portfolioPage(input);

describe("portfolio page", () => {
  it("says first what came of it, beside equal shares held and its mean shares held", () => {
    const { metrics, heldMetrics, constant } = analysis;
    expect(page).toContain(`equal shares held returned ${formatPercent(heldMetrics.totalReturn)} with`);
    const cells = [metrics, heldMetrics, constant.metrics].map((each) => `<td>${formatPercent(each.totalReturn)}</td>`);
    expect(page).toContain(`总收益率</span></a></th>${cells.join("")}`);
  });

  it("has the whole and every instrument in pictures, and the tables of a back-test", () => {
    expect(page.match(/<figure/g)).toHaveLength(1 + 3 + 3);
    for (const word of ["月度与年度收益", "最大的回撤", "品种", "交易明细", "总仓位"]) expect(page).toContain(word);
    expect(page).toContain('<th scope="row" class="l">2022</th>');
  });

  it("instruments stand under one another with their costs in both languages; what was never held has dashes", () => {
    expect(page).toContain(">x&lt;y</th><td");
    expect(page).toContain("fee 1 bp, slippage 2 bp, half the spread");
    expect(page).toContain("费用 1 bp，滑点 2 bp，半个价差");
    expect(page).toMatch(/>never<\/th><td data-v="0">0\.0\u00a0%<\/td><td data-v="0">0\.0\u00a0%<\/td>/);
  });

  it("trades are listed with their days, and an instrument without any says so", () => {
    const [trade] = input.result.legs[1]?.trades ?? [];
    const entry = new Date(aligned.time[trade?.entryBar ?? 0] ?? 0).toISOString().slice(0, 10);
    expect(page).toContain(`<td data-v="${trade?.entryBar}">${entry}</td>`);
    expect(page).toContain('<span class="en" lang="en">short</span>');
    expect(page).toContain("It was never held.");
    expect(page).toContain("never: 0 trades");
  });

  it("an instrument that begins late, a name with a bracket and no number that is none", () => {
    expect(page).toContain("<h1>a &lt;b&gt; · x&lt;y, second, never</h1>");
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("gross is the sum of all sizes, and constant exposure never holds more than all equity", () => {
    const { gross, constant } = analysis;
    for (const t of [5, 75, 205]) {
      const sizes = input.result.legs.map(({ position }) => Math.abs(position[t] as number));
      expect(gross[t]).toBeCloseTo((sizes[0] ?? 0) + (sizes[1] ?? 0) + (sizes[2] ?? 0), 12);
    }
    const held = constant.result.legs.map(({ position }) => position[n - 1] as number);
    expect(held[0]).toBeCloseTo(0.25, 1);
    expect(held[1]).toBeLessThan(0);
    expect(held[2]).toBe(0);
  });
});

it("shares are drawn to 1, a little beyond as they are, far beyond to a whole number; only whole ones are labelled", () => {
  expect(shareRange([0, 0.3])).toEqual({ min: 0, max: 1, interval: 1 });
  expect(shareRange([-0.3, 1.04])).toEqual({ min: -1, max: 1.04, interval: 1 });
  expect(shareRange([-2.5])).toEqual({ min: -3, max: 0, interval: 3 });
  expect([0, 1, 1.04].map(shareLabel)).toEqual(["0", "1", ""]);
});

it("all instruments have one range of shares, with ends that are easy to read", () => {
  const range = (...values: readonly number[]): unknown => commonRange([{ target: [0], position: values }]);
  expect(range(0.33)).toEqual({ min: 0, max: 0.5, interval: 0.5 });
  expect(range(-0.2, 0.1)).toEqual({ min: -0.2, max: 0.2, interval: 0.2 });
  expect(range(0)).toEqual({ min: 0, max: 0.1, interval: 0.1 });
  expect(range(-1.2)).toEqual({ min: -2, max: 0, interval: 2 });
});
