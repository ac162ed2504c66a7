import { expect, it } from "vitest";
import { commonRange } from "../../src/report/backtest/instrument-chart.ts";
import { shareLabel, shareRange } from "../../src/report/charts/axes.ts";
import { portfolioPage } from "../../src/report/portfolio-page.ts";
import { metrics } from "./records.ts";

const day = 86_400_000;
const trade = { side: "short", entryBar: 1, exitBar: 3, open: false, profit: 50 } as const;
const instrument = {
  costs: { feeBps: 1, slippageBps: 2, halfSpread: Float64Array.of(1) },
  close: [Number.NaN, 50, 40, 30],
  target: [0, -0.5, -0.5, 0],
  position: [0, -0.5, -0.4, 0],
  turnover: [0, 0.5, 0, 0.5],
  orders: 2,
  trades: [trade],
  stops: 0,
};
const page = portfolioPage({
  name: "a <b>",
  file: "a.ts",
  initial: 1000,
  rebalance: "on-change",
  barsPerYear: 252,
  time: [0, day, 2 * day, 3 * day],
  equity: [1000, 1000, 1040, 1050],
  equalShares: [1, 1, 1.1, 1.2],
  instruments: [
    { ...instrument, market: "x<y", trades: Array.from({ length: 501 }, () => trade) },
    { ...instrument, market: "never", trades: [] },
  ],
  metrics: metrics({ totalReturn: 0.05 }),
  held: metrics({ totalReturn: 0.2 }),
  code: "export default {};",
  benchmark: "0.1",
});

it("instruments stand under one another: profit and turnover, costs in words, a dash where nothing was traded", () => {
  expect(page).toContain(">x&lt;y</th><td>2\u2009505.0\u00a0%</td><td>50.0\u00a0%</td><td>1.0</td><td>2</td>");
  expect(page).toContain(">never</th><td>0.0\u00a0%</td>");
  expect(page).toContain("fee 1 bp, slippage 2 bp, half the spread");
});

it("trades are listed with their days, 500 of an instrument at most", () => {
  expect(page).toContain(
    '<td class="l">short</td><td>1970-01-02</td><td>1970-01-04</td><td>2</td><td>5.00\u00a0%</td><td class="l">order</td>',
  );
  expect(page.match(/1970-01-02<\/td>/g)).toHaveLength(500);
  expect(page).toContain("The first 500 are shown.");
  expect(page).toContain("<summary>never: 0 trades</summary><div><p>It was never held.</p>");
});

it("an instrument that begins late, a name with a bracket and no number that is none", () => {
  expect(page).toContain("<h1>a &lt;b&gt; on x&lt;y, never</h1>");
  expect(page).not.toMatch(/NaN|Infinity|undefined/);
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
