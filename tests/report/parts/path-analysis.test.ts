import { describe, expect, it } from "vitest";
import { analysePath, type PathAnswer } from "../../../src/report/parts/path-analysis.ts";
import { barOfPath, pathMarket } from "../../../src/report/parts/path-market.ts";
import { scoreOf, storedPath, trendAnswer } from "../stored-paths.ts";

const stored = storedPath("p1");
const market = pathMarket(stored);
const answer = trendAnswer(stored);
const analysis = analysePath(market, answer);
if (analysis === null) throw new Error("the path cannot be analysed");

/** An answer that wants one share from the first bar on. */
const always = (share: number): PathAnswer => ({ path: "p1", target: stored.close.map(() => share) });

describe("pathMarket", () => {
  it("begins at the last warm-up bar, at whose close the back-test starts", () => {
    expect(market.scored.length).toBe(251);
    expect(market.scored.close[0]).toBe(stored.close[59]);
    expect(barOfPath(market, 0)).toBe(59);
  });

  it("buying and holding is one trade at the path’s costs", () => {
    const { metrics, share } = market.held;
    expect(share).toBe(1);
    expect(metrics.orders).toBe(1);
    const free = (stored.close.at(-1) as number) / (stored.open[60] as number) - 1;
    expect(metrics.totalReturn).toBeCloseTo((1 + free) / 1.0005 - 1, 12);
  });
});

describe("analysePath", () => {
  it("metrics and sums are those that the run scored, to the last digit", () => {
    const score = scoreOf(stored, answer);
    expect(analysis.metrics).toEqual(score.metrics);
    expect(analysis.stats).toEqual(score.stats);
  });

  it("trades compound to the total return", () => {
    const compounded = analysis.trades.reduce((equity, trade) => equity * (1 + trade.equityReturn), 1) - 1;
    expect(compounded).toBeCloseTo(analysis.metrics.totalReturn ?? Number.NaN, 10);
    expect(analysis.trades.length).toBe(analysis.metrics.trades);
    expect(analysis.trades.some((trade) => trade.stop?.kind === "stop-loss")).toBe(true);
  });

  it("the deepest drawdown of the table is the maximum drawdown", () => {
    expect(analysis.drawdowns[0]?.depth).toBe(analysis.metrics.maxDrawdown);
  });

  it("constant exposure holds the mean position", () => {
    const mean = analysis.result.position.reduce((sum, share) => sum + share, 0) / 250;
    expect(analysis.constant.share).toBeCloseTo(mean, 12);
    expect(analysis.constant.result.position[100]).toBeCloseTo(mean, 2);
  });

  it("a program that always wants 1 is buy-and-hold and its own constant exposure, but for a drift of the weight", () => {
    const whole = analysePath(market, always(1));
    expect(whole?.metrics.totalReturn).toBe(market.held.metrics.totalReturn);
    expect(whole?.constant.share).toBeCloseTo(1, 3);
  });

  it("costs: 1 times them is the back-test itself, more never earn more", () => {
    const returns = analysis.costs.map((row) => row.totalReturn ?? Number.NaN);
    expect(analysis.costs.map((row) => row.times)).toEqual([0, 1, 2, 5]);
    expect(returns[1]).toBe(analysis.metrics.totalReturn);
    expect(returns).toEqual(returns.toSorted((a, b) => b - a));
  });

  it("without targets for every bar, as older runs stored them, there is nothing to analyse", () => {
    expect(analysePath(market, { path: "p1", target: [1, 0] })).toBeNull();
    expect(analysePath(market, { path: "p1" } as PathAnswer)).toBeNull();
  });
});
