import { describe, expect, test } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import { exposure } from "../../../src/core/metrics/exposure.ts";
import { orders } from "../../../src/core/metrics/orders.ts";
import { profitFactor } from "../../../src/core/metrics/profit-factor.ts";
import { type Trade, trades } from "../../../src/core/metrics/trades.ts";
import { turnover } from "../../../src/core/metrics/turnover.ts";
import { winRate } from "../../../src/core/metrics/win-rate.ts";
import { barsOf, settings } from "../backtest/markets.ts";

function tradesOf(open: number[], close: number[], target: number[], bps = 0): Trade[] {
  const bars = barsOf(open, close);
  return trades(bars, backtest(bars, target, settings(bps)));
}

test("bought at 100, sold at 110: one long trade that earned 0.1", () => {
  const [trade, ...others] = tradesOf([100, 100, 110], [100, 105, 115], [1, 0, 0]);
  expect(others).toEqual([]);
  expect(trade).toMatchObject({ side: "long", entryBar: 1, exitBar: 2, open: false });
  expect(trade?.profit).toBeCloseTo(0.1, 15);
});

test("a trade open at the end is marked at the last close", () => {
  const [trade] = tradesOf([100, 100, 110], [100, 105, 115], [1, 1, 1]);
  expect(trade).toMatchObject({ exitBar: 2, open: true });
  expect(trade?.profit).toBeCloseTo(0.15, 15);
});

test("a change of size is no new trade; a flip ends one and begins another at the same open", () => {
  const found = tradesOf([100, 100, 110, 121, 110], [100, 100, 110, 121, 110], [1, 0.5, -1, 0, 0]);
  expect(found.map(({ side, entryBar, exitBar }) => [side, entryBar, exitBar])).toEqual([
    ["long", 1, 3],
    ["short", 3, 4],
  ]);
  // 1 → 1.1; half of it earns 10 % → 1.155; short from 121 to 110.
  expect(found[0]?.profit).toBeCloseTo(0.155, 14);
  expect(found[1]?.profit).toBeCloseTo((1.155 * 11) / 121, 14);
});

test("each trade bears the costs of its own entry and exit, also at a flip: 1 % of 1/1.01 to close", () => {
  const [long, short] = tradesOf([50, 50, 50, 50], [50, 50, 50, 50], [1, -1, 0, 0], 100);
  expect(long?.profit).toBeCloseTo(0.99 / 1.01 - 1, 15);
  expect(short?.profit).toBeCloseTo((0.99 / 1.01) * (0.99 / 1.01 - 1), 15);
});

describe("ruin", () => {
  test("at the open ends the trade with the loss of everything", () => {
    const found = tradesOf([100, 100, 210, 100], [100, 90, 100, 100], [-1, -1, 1, 1]);
    expect(found).toEqual([{ side: "short", entryBar: 1, exitBar: 2, open: false, profit: -1 }]);
  });
  test("on the bar of entry is a trade too", () => {
    const found = tradesOf([100, 100, 1], [100, 200, 1], [-1, 1, 1]);
    expect(found).toEqual([{ side: "short", entryBar: 1, exitBar: 1, open: false, profit: -1 }]);
  });
  test("on the bar of a flip: the long earned 0.1, the short lost 1.1", () => {
    const [long, short, ...others] = tradesOf([100, 100, 110, 1], [100, 100, 300, 1], [1, -1, 1, 1]);
    expect(others).toEqual([]);
    expect(long?.profit).toBeCloseTo(0.1, 15);
    expect(short?.profit).toBeCloseTo(-1.1, 15);
  });
});

const some: Trade[] = [3, -1, 0, -0.5].map((profit) => ({
  side: "long",
  entryBar: 1,
  exitBar: 2,
  open: false,
  profit,
}));

test("winRate of profits 3, −1, 0, −0.5 is 0.25, profitFactor 2; without trades both are null", () => {
  expect([winRate(some), profitFactor(some), winRate([]), profitFactor([])]).toEqual([0.25, 2, null, null]);
});

test("profitFactor without a loss is null, without a profit 0", () => {
  expect([profitFactor(some.slice(0, 1)), profitFactor(some.slice(1))]).toEqual([null, 0]);
});

test("on a market that stands at 49 each trade comes out even, not at a loss of 1e-16: no profit factor", () => {
  const found = tradesOf([49, 49, 49, 49, 49], [49, 49, 49, 49, 49], [1, 0, 1, -1, 0]);
  expect(found.map(({ profit }) => profit)).toEqual([0, 0, 0]);
  expect([winRate(found), profitFactor(found)]).toEqual([0, null]);
});

test("turnover adds up, orders counts, exposure is the share of all bars", () => {
  expect([turnover([0, 1, 0, 0.5]), orders([0, 1, 0, 0.5]), exposure([0, 1, -0.5, 0])]).toEqual([1.5, 2, 0.5]);
  expect([turnover([]), orders([]), exposure([])]).toEqual([0, 0, null]);
});
