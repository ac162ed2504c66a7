import { describe, expect, it } from "vitest";
import { alignMarkets } from "../../../src/core/backtest/portfolio/align-markets.ts";
import { backtestPortfolio } from "../../../src/core/backtest/portfolio/backtest-portfolio.ts";
import { backtest } from "../../../src/core/backtest.ts";
import { createBars } from "../../../src/core/create-bars.ts";

const bars = createBars({ close: [100, 110, 99] });
const target = [1, 1, 1];
const costs = { feeBps: 0, slippageBps: 0 };
const options = { initial: 1, costs, rebalance: "on-change" } as const;
/** As JavaScript calls it, or TypeScript with an object that it has not written on the spot. */
const run = (...given: readonly unknown[]): unknown => Reflect.apply(backtest, undefined, given);

describe("a name that is nearly one of the back-test's is not let pass", () => {
  it.each([
    ["positions: nothing is called stoploss: did you mean stopLoss?", [bars, { target, stoploss: target }, options]],
    ["positions: nothing is called targets: did you mean target?", [bars, { targets: target }, options]],
    ["costs: nothing is called feeBp: did you mean feeBps?", [bars, target, { ...options, costs: { feeBp: 1 } }]],
    ["costs: nothing is called minfee", [bars, target, { ...options, costs: { ...costs, minfee: 1 } }]],
    ["options: nothing is called rebalanse", [bars, target, { initial: 1, costs, rebalanse: "every-bar" }]],
    ["positions is undefined: wanted an object with target, stopLoss …, or targets alone", [bars, undefined, options]],
    ["positions is null: wanted", [bars, null, options]],
    ["positions is 1: wanted", [bars, 1, options]],
    ["bars has no open: wanted bars, as createBars makes them", [target, target, options]],
    ["options is undefined: wanted an object with initial, costs …", [bars, target]],
    ["costs is undefined: wanted an object with feeBps, slippageBps …", [bars, target, { initial: 1 }]],
  ])("%s", (message, given) => {
    expect(() => run(...given)).toThrow(RangeError);
    expect(() => run(...given)).toThrow(message);
  });

  it("names of other things are", () => {
    const given = { target, market: "a", note: "b" };
    expect(run(bars, given, { ...options, id: 1, costs: { ...costs, currency: "EUR" } })).toEqual(
      backtest(bars, target, options),
    );
  });
});

describe("of portfolios too, with the market", () => {
  const aligned = alignMarkets([bars, bars]);
  const both = { initial: 1, rebalance: "on-change", costs: [costs, costs] };
  const portfolio = (...given: readonly unknown[]): unknown =>
    Reflect.apply(backtestPortfolio, undefined, [aligned, ...given]);
  const half = { target: [0.5, 0.5, 0.5] };

  it.each([
    ["market 1: positions: nothing is called takeprofit", [[half, { ...half, takeprofit: target }], both]],
    [
      "market 0: costs: nothing is called borrowbps",
      [[half, half], { ...both, costs: [{ ...costs, borrowbps: 1 }, costs] }],
    ],
    ["costs is no list: it must have one entry for each of 2 markets", [[half, half], { ...both, costs }]],
    ["market 0: target is not there: it must have one value a bar", [[[0.5, 0.5, 0.5], half], both]],
    [
      "options: nothing is called cost: did you mean costs?",
      [[half, half], { initial: 1, rebalance: "on-change", cost: [] }],
    ],
  ])("%s", (message, given) => {
    expect(() => portfolio(...given)).toThrow(message);
  });
});
