import { expect, test } from "vitest";
import { alignMarkets } from "../../../../src/core/backtest/portfolio/align-markets.ts";
import { backtestPortfolio } from "../../../../src/core/backtest/portfolio/backtest-portfolio.ts";
import { equityAfterOrders } from "../../../../src/core/backtest/portfolio/equity-after-orders.ts";
import { grossBreach } from "../../../../src/core/backtest/portfolio/gross-breach.ts";
import { equalShares, portfolioMetrics } from "../../../../src/core/backtest/portfolio/portfolio-metrics.ts";
import { type BarsInput, createBars } from "../../../../src/core/create-bars.ts";

const day = 86_400_000;
const free = { feeBps: 0, slippageBps: 0 };

/** Bars at the given days, whose opens are their closes. */
function at(days: readonly number[], close: readonly number[], more: Partial<BarsInput> = {}) {
  return createBars({ time: days.map((t) => t * day), open: close, close, barsPerYear: 252, ...more });
}

function run(
  markets: Parameters<typeof alignMarkets>[0],
  targets: readonly number[][],
  costs = markets.map(() => free),
) {
  const positions = targets.map((target) => ({ target }));
  return backtestPortfolio(alignMarkets(markets), positions, { initial: 1000, costs, rebalance: "on-change" });
}

test("days 0 1 3 and 1 2 3 are the axis 0 1 2 3: a hole shows the last close and volume 0, what has not begun NaN", () => {
  const a = at([0, 1, 3], [10, 11, 12], { high: [10, 15, 12], volume: [1, 2, 3] });
  const { time, markets, ownBar, length } = alignMarkets([a, at([1, 2, 3], [5, 6, 7])]);
  expect(length).toBe(4);
  expect([...time]).toEqual([0, day, 2 * day, 3 * day]);
  expect([...(markets[0]?.high ?? [])]).toEqual([10, 15, 11, 12]);
  expect([...(markets[0]?.volume ?? [])]).toEqual([1, 2, 0, 3]);
  expect([...(markets[1]?.close ?? [])]).toEqual([Number.NaN, 5, 6, 7]);
  expect(ownBar.map((bars) => [...bars])).toEqual([
    [0, 1, -1, 2],
    [-1, 0, 1, 2],
  ]);
});

test("4 bars of the axis for 3 of a market of 252 a year are 336 a year; one market keeps its own", () => {
  expect(alignMarkets([at([0, 1, 3], [1, 1, 1]), at([2], [1])]).barsPerYear).toBe(336);
  expect(alignMarkets([at([0, 5, 9], [1, 1, 1])]).barsPerYear).toBe(252);
});

test("times that do not increase are refused by market and bar; so is no market", () => {
  const bars = at([0, 1], [1, 1]);
  const turned = { ...bars, time: bars.time.toReversed() };
  expect(() => alignMarkets([bars, turned])).toThrow("market 1: time[1] is 0");
  expect(() => alignMarkets([])).toThrow("no market");
});

test("half long of 100 → 110 and half short of 50 → 40 earn 5 % and 10 %", () => {
  const { equity, legs } = run(
    [at([0, 1, 2], [100, 100, 110]), at([0, 1, 2], [50, 50, 40])],
    [
      [0.5, 0.5, 0.5],
      [-0.5, -0.5, -0.5],
    ],
  );
  expect([...equity]).toEqual([1000, 1000, 1150]);
  expect(legs.map(({ position }) => position[2])).toEqual([550 / 1150, -400 / 1150]);
  expect(legs.map(({ trades }) => trades.map(({ profit, open }) => [profit, open]))).toEqual([
    [[50, true]],
    [[100, true]],
  ]);
});

test("two orders at 1 % pay once for both: 1,000 buys twice 0.5 · 1000/1.01", () => {
  const cost = { feeBps: 60, slippageBps: 40 };
  const { equity, turnover } = run(
    [at([0, 1], [100, 100]), at([0, 1], [50, 50])],
    [
      [0.5, 0],
      [0.5, 0],
    ],
    [cost, cost],
  );
  expect(equity[1]).toBeCloseTo(1000 / 1.01, 10);
  expect(turnover[1]).toBeCloseTo(1 / 1.01, 12);
});

test("a target waits for the next bar of its instrument, which is marked at its last close until then", () => {
  const a = at([0, 1, 4, 5], [100, 100, 200, 400]);
  const b = at([0, 1, 2, 3, 4, 5], [10, 10, 10, 10, 10, 10]);
  const { equity, legs } = run(
    [a, b],
    [
      [0, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0, 0, 0, 0, 0, 0],
    ],
  );
  expect(legs[0]?.turnover.findIndex((value) => value > 0)).toBe(4);
  expect([...equity]).toEqual([1000, 1000, 1000, 1000, 1000, 1500]);
  const held = run(
    [a, b],
    [
      [0.5, 0.5, 0.5, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ],
  );
  expect([...held.equity]).toEqual([1000, 1000, 1000, 1000, 1500, 1500]);
  expect([...(held.legs[0]?.position ?? [])]).toEqual([0, 0.5, 0.5, 0.5, 0, 0]);
});

test("a target that comes and goes while its instrument has no bar is never filled", () => {
  const { turnover } = run(
    [at([0, 1, 4], [9, 9, 9]), at([0, 1, 2, 3, 4], [1, 1, 1, 1, 1])],
    [
      [0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  );
  expect([...turnover]).toEqual([0, 0, 0, 0, 0]);
});

test("the first bar of an instrument never trades: its second does", () => {
  const { legs } = run(
    [at([0, 1, 2, 3], [1, 1, 1, 1]), at([1, 2, 3], [5, 5, 5])],
    [
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ],
  );
  expect([...(legs[1]?.turnover ?? [])]).toEqual([0, 0, 1, 0]);
});

test("an order in one instrument leaves the units of the other", () => {
  const { legs, equity } = run(
    [at([0, 1, 2, 3], [100, 100, 200, 200]), at([0, 1, 2, 3], [1, 1, 1, 1])],
    [
      [0.5, 0.5, 0.5, 0.5],
      [0, 0.25, 0.25, 0.25],
    ],
  );
  expect([...equity]).toEqual([1000, 1000, 1500, 1500]);
  expect(legs.map(({ position }) => position[2])).toEqual([1000 / 1500, 0.25]);
  expect(legs.map(({ orders }) => orders)).toEqual([1, 1]);
});

test("a stop closes its instrument alone", () => {
  const a = createBars({ open: [100, 100, 100], high: [100, 100, 100], low: [100, 100, 80], close: [100, 100, 90] });
  const b = createBars({ close: [10, 10, 10] });
  const positions = [{ target: [0.5, 0.5, 0.5], stopLoss: [0.1, 0.1, 0.1] }, { target: [0.5, 0.5, 0.5] }];
  const result = backtestPortfolio(alignMarkets([a, b]), positions, {
    initial: 1000,
    costs: [free, free],
    rebalance: "on-change",
  });
  expect([...result.equity]).toEqual([1000, 1000, 950]);
  expect(result.legs.map(({ stops }) => stops.map(({ bar, kind, price }) => [bar, kind, price]))).toEqual([
    [[2, "stop-loss", 90]],
    [],
  ]);
  expect(result.legs[0]?.trades).toMatchObject([{ side: "long", entryBar: 1, exitBar: 2, open: false, profit: -50 }]);
});

test("shorts that treble ruin the shared equity: 0 from there on", () => {
  const { equity, ruinBar, legs } = run(
    [at([0, 1, 2, 3], [1, 1, 3, 1]), at([0, 1, 2, 3], [1, 1, 1, 1])],
    [
      [-0.6, -0.6, 0, 0],
      [0.4, 0.4, 0, 0],
    ],
  );
  expect(ruinBar).toBe(2);
  expect([...equity]).toEqual([1000, 1000, 0, 0]);
  expect(legs.map(({ position }) => position[2])).toEqual([0, 0]);
});

test("shorts that owe all but 2⁻³⁰ of equity leave 2⁻³⁰ of it to 15 digits, and so does what is traded then", () => {
  const left = 2 ** -30;
  const near = 2 - left;
  const { equity } = run(
    [
      at([0, 1, 2, 3, 4], [3, 3, 3 * near, 3 * near, 4.5 * near]),
      at([0, 1, 2, 3, 4], [41, 41, 41 * near, 41 * near, 41]),
    ],
    [
      [-0.125, 0.75, 0.75, 0.75, 0],
      [-0.875, 0, 0, 0, 0],
    ],
  );
  // At bar 2 both owe twice what they were sold for, less 2⁻³⁰; three quarters of the rest then rise by half.
  const wanted = [1000, 1000, 1000 * left, 1000 * left, 1375 * left];
  wanted.forEach((value, t) => {
    expect(Math.abs((equity[t] ?? Number.NaN) / value - 1), `bar ${t}`).toBeLessThan(1e-14);
  });
});

test("0.6 and −0.4000001 add up to more than 1: the first such bar and its sum are named, NaN keeping what was before", () => {
  const positions = [{ target: [0.6, Number.NaN, 0] }, { target: [0, -0.4000001, 0] }];
  expect(grossBreach(positions)).toEqual({ bar: 1, gross: 0.6 + 0.4000001 });
  expect(grossBreach([{ target: [0.6] }, { target: [-0.4 - 1e-10] }])).toBeNull();
  const markets = [at([0, 1, 2], [1, 1, 1]), at([0, 1, 2], [1, 1, 1])];
  expect(() =>
    run(markets, [
      [0.6, Number.NaN, 0],
      [0, -0.4000001, 0],
    ]),
  ).toThrow("the targets of bar 1 add up to 1.0000001");
});

test("faults name the market: lengths, targets, costs, prices, how many there are", () => {
  const markets = [at([0, 1], [1, 1]), at([0, 1], [1, 1])];
  expect(() => run(markets, [[0, 0], [0]])).toThrow("market 1: target has 1 values for 2 bars");
  expect(() =>
    run(markets, [
      [0, 2],
      [0, 0],
    ]),
  ).toThrow("market 0: target[1] is 2");
  expect(() => run(markets, [[0, 0]])).toThrow("positions has 1 entries for 2 markets");
  expect(() =>
    run(
      markets,
      [
        [0, 0],
        [0, 0],
      ],
      [free, { feeBps: -1, slippageBps: 0 }],
    ),
  ).toThrow("market 1: feeBps is -1");
});

test("equity after orders: a least fee of 5 and 1 % of more, a sale that pays for a purchase, and what cannot be paid", () => {
  const plain = { fee: 0.01, slippage: 0, minFee: 0 };
  expect(equityAfterOrders(1000, [])).toBe(1000);
  expect(equityAfterOrders(1000, [{ ...plain, held: 0, weight: 0.01, minFee: 5 }])).toBe(995);
  // V' = 1000 − 0.01(500 − 0 + 0.5 V'): 495/… solved by hand: V'(1 + 0.005) = 995.
  const swap = [
    { ...plain, held: 500, weight: 0 },
    { ...plain, held: 0, weight: 0.5 },
  ];
  expect(equityAfterOrders(1000, swap)).toBeCloseTo(995 / 1.005, 10);
  // 0.5 is right before the fee of the other order and 0.4975… of 1,000 after it: it sells what that fee took.
  const kept = [
    { ...plain, held: 500, weight: 0.5 },
    { ...plain, held: 500, weight: 0 },
  ];
  expect(equityAfterOrders(1000, kept)).toBeCloseTo((1000 - 5 - 5) / (1 - 0.005), 10);
  expect(equityAfterOrders(4, [{ ...plain, held: 0, weight: 0.5, minFee: 5 }])).toBe(0);
  expect(equityAfterOrders(1000, [{ ...plain, fee: 1.5, held: 1000, weight: -1 }])).toBe(0);
});

test("equal shares of 100 → 120 and, from bar 1 on, 10 → 30 are 1, 1.1 and 2.1; orders and trades count over all", () => {
  const markets = [at([0, 1, 2], [100, 120, 120]), at([1, 2], [10, 30])];
  expect([...equalShares(alignMarkets(markets)).close]).toEqual([1, 1.1, 2.1]);
  const result = run(markets, [
    [0.5, 0, 0],
    [0, 0.5, 0.5],
  ]);
  const metrics = portfolioMetrics(alignMarkets(markets), result);
  expect([metrics.orders, metrics.trades, metrics.exposure]).toEqual([3, 2, 2 / 3]);
});
