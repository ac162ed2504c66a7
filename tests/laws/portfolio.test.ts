import fc from "fast-check";
import { expect, test } from "vitest";
import { alignMarkets } from "../../src/core/backtest/portfolio/align-markets.ts";
import { backtestPortfolio, type PortfolioBacktest } from "../../src/core/backtest/portfolio/backtest-portfolio.ts";
import { equityAfterOrders } from "../../src/core/backtest/portfolio/equity-after-orders.ts";
import { portfolioMetrics } from "../../src/core/backtest/portfolio/portfolio-metrics.ts";
import { backtest } from "../../src/core/backtest.ts";
import { type Bars, sliceBars } from "../../src/core/bars.ts";
import { sliceCosts } from "../../src/core/costs.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import type { PositionsInput } from "../../src/core/positions.ts";
import { modes, optionsOf, type PortfolioCase, portfolioCases } from "../core/backtest/portfolio/portfolio-cases.ts";
import { stopCases } from "../core/backtest/stop-markets.ts";

/** Portfolios without a hole: nothing waits. */
const wholePortfolios = portfolioCases.filter(({ markets }) =>
  alignMarkets(markets).ownBar.every((bars) => !bars.includes(-1)),
);

const runs = { numRuns: 100 };

function run(each: PortfolioCase, mode: "on-change" | "every-bar"): PortfolioBacktest {
  return backtestPortfolio(alignMarkets(each.markets), each.positions, optionsOf(each, mode));
}

function expectClose(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void {
  expect(a.length).toBe(b.length);
  let peak = 1000;
  for (let t = 0; t < a.length; t++) {
    peak = Math.max(peak, Math.abs(b[t] ?? 0));
    expect(Math.abs((a[t] ?? Number.NaN) - (b[t] ?? Number.NaN)) / peak, `at ${t}`).toBeLessThan(tolerance);
  }
}

/** Columns of an axis up to a bar. */
function cutPositions(positions: PositionsInput, end: number): PositionsInput {
  return Object.fromEntries(
    Object.entries(positions).map(([name, column]) => [name, Array.from(column as ArrayLike<number>).slice(0, end)]),
  ) as unknown as PositionsInput;
}

test("one market is backtest itself, bit for bit, and so are its metrics", () => {
  fc.assert(
    fc.property(stopCases, modes, fc.constantFrom(0, 1, 30), ({ bars, positions }, mode, minFee) => {
      const costs = { feeBps: 5, slippageBps: 2, minFee, borrowBps: 50 };
      const options = { initial: 1000, rebalance: mode };
      const single = backtest(bars, positions, { ...options, costs });
      const aligned = alignMarkets([bars]);
      const result = backtestPortfolio(aligned, [positions], { ...options, costs: [costs] });
      expect(result.equity).toEqual(single.equity);
      expect(result.legs[0]?.position).toEqual(single.position);
      expect(result.turnover).toEqual(single.turnover);
      expect(result.ruinBar).toBe(single.ruinBar);
      expect(result.legs[0]?.stops).toEqual(single.stops ?? []);
      expect(portfolioMetrics(aligned, result)).toEqual(computeMetrics(bars, single));
    }),
    runs,
  );
});

test("a second market without a position changes nothing beyond rounding", () => {
  fc.assert(
    fc.property(stopCases, modes, ({ bars, positions }, mode) => {
      const costs = { feeBps: 5, slippageBps: 2, borrowBps: 50, fundingBps: 1 };
      const options = { initial: 1000, rebalance: mode };
      const single = backtest(bars, positions, { ...options, costs });
      const flat = { target: new Float64Array(bars.length) };
      const pair = backtestPortfolio(alignMarkets([bars, bars]), [positions, flat], {
        ...options,
        costs: [costs, costs],
      });
      expectClose(pair.equity, single.equity, 1e-11);
      const end = single.ruinBar ?? bars.length;
      expectClose(pair.turnover.slice(0, end), single.turnover.slice(0, end), 1e-9);
      expect(pair.legs[1]?.trades).toEqual([]);
    }),
    runs,
  );
});

test("permuting instruments permutes results", () => {
  fc.assert(
    fc.property(portfolioCases, modes, ({ markets, positions, costs }, mode) => {
      const forth = run({ markets, positions, costs }, mode);
      const turned = { markets: markets.toReversed(), positions: positions.toReversed(), costs: costs.toReversed() };
      const back = run(turned, mode);
      expectClose(back.equity, forth.equity, 1e-11);
      back.legs.toReversed().forEach((leg, i) => {
        const [a, b] = [leg, forth.legs[i]].map((each) =>
          each?.position.map((share, t) => share * (forth.equity[t] ?? 0)),
        );
        expectClose(a ?? [], b ?? [Number.NaN], 1e-10);
      });
    }),
    runs,
  );
});

test("a weight split between two identical instruments equals the whole to 1e-12", () => {
  fc.assert(
    fc.property(stopCases, modes, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ({ bars, positions }, mode, part) => {
      const costs = { feeBps: 5, slippageBps: 2, borrowBps: 50 };
      const options = { initial: 1000, rebalance: mode };
      const share = (size: number) => ({
        ...positions,
        target: Array.from(positions.target, (target) => target * size),
      });
      const flat = { target: new Float64Array(bars.length) };
      const both = { ...options, costs: [costs, costs] };
      const aligned = alignMarkets([bars, bars]);
      const split = backtestPortfolio(aligned, [share(part), share(1 - part)], both);
      const whole = backtestPortfolio(aligned, [positions, flat], both);
      expectClose(split.equity, whole.equity, 1e-12);
    }),
    runs,
  );
});

test("targets of 0 are flat at any cost", () => {
  fc.assert(
    fc.property(portfolioCases, modes, ({ markets, costs }, mode) => {
      const { length } = alignMarkets(markets);
      const { equity, turnover } = run(
        { markets, costs, positions: markets.map(() => ({ target: new Float64Array(length) })) },
        mode,
      );
      expect([...equity].every((value) => value === 1000)).toBe(true);
      expect([...turnover].every((value) => value === 0)).toBe(true);
    }),
    runs,
  );
});

test("equity up to a bar depends on bars and targets up to it only, whatever markets begin later", () => {
  fc.assert(
    fc.property(portfolioCases, modes, fc.nat(40), ({ markets, positions, costs }, mode, end) => {
      const { time } = alignMarkets(markets);
      const until = time[end] ?? Number.POSITIVE_INFINITY;
      const lengths = markets.map((bars) => bars.time.filter((each) => each < until).length);
      const short = {
        markets: markets.map((bars, i): Bars => sliceBars(bars, 0, lengths[i] ?? 0)),
        positions: positions.map((each) => cutPositions(each, end)),
        costs: costs.map((each, i) => sliceCosts(each, 0, lengths[i] ?? 0)),
      };
      const [cut, full] = [run(short, mode), run({ markets, positions, costs }, mode)];
      expect(cut.equity).toEqual(full.equity.slice(0, end));
      expect(cut.turnover).toEqual(full.turnover.slice(0, end));
      expect(cut.legs.map((leg) => leg.position)).toEqual(full.legs.map((leg) => leg.position.slice(0, end)));
    }),
    runs,
  );
});

test("costs never help where weights are restored at each open: fee, slippage, least fee, spread and borrow", () => {
  fc.assert(
    fc.property(wholePortfolios, (each) => {
      const costs = each.costs.map((cost) => ({ ...cost, fundingBps: 0 }));
      const paid = run({ ...each, costs }, "every-bar");
      const free = run({ ...each, costs: costs.map(() => ({ feeBps: 0, slippageBps: 0 })) }, "every-bar");
      paid.equity.forEach((value, t) => {
        expect(value).toBeLessThanOrEqual((free.equity[t] ?? 0) * (1 + 1e-9));
      });
    }),
    runs,
  );
});

test("an order never leaves more than there was, and a dearer one less", () => {
  const order = fc.record({
    held: fc.double({ min: -900, max: 900, noNaN: true }),
    share: fc.double({ min: -1, max: 1, noNaN: true }),
    fee: fc.double({ min: 0, max: 0.1, noNaN: true }),
    slippage: fc.double({ min: 0, max: 0.1, noNaN: true }),
    minFee: fc.double({ min: 0, max: 20, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 5 }),
      fc.double({ min: 0, max: 0.1, noNaN: true }),
      (given, more) => {
        const orders = given.map(({ share, ...rest }) => ({ ...rest, weight: share / given.length }));
        const after = equityAfterOrders(1000, orders);
        const paid = orders.reduce((sum, { held, weight, fee, slippage, minFee }) => {
          const traded = Math.abs(weight * after - held);
          return sum + Math.max(fee * traded, minFee) + slippage * traded;
        }, 0);
        if (after > 0) expect(Math.abs(after + paid - 1000)).toBeLessThan(1e-9);
        else
          expect(
            orders.reduce(
              (sum, { held, fee, minFee, slippage }) =>
                sum + Math.max(fee * Math.abs(held), minFee) + slippage * Math.abs(held),
              0,
            ),
          ).toBeGreaterThanOrEqual(1000 * (1 - 1e-12));
        const dearer = orders.map((each) => ({ ...each, fee: each.fee + more }));
        expect(equityAfterOrders(1000, dearer)).toBeLessThanOrEqual(after * (1 + 1e-12));
      },
    ),
    runs,
  );
});

test("a portfolio that is not ruined: the profits of all trades add up to the change of equity, and metrics are finite", () => {
  fc.assert(
    fc.property(portfolioCases, modes, (each, mode) => {
      const result = run(each, mode);
      const aligned = alignMarkets(each.markets);
      for (const value of Object.values(portfolioMetrics(aligned, result))) {
        expect(value === null || Number.isFinite(value)).toBe(true);
      }
      const { equity, legs, ruinBar } = result;
      if (ruinBar !== null || equity.length === 0) return;
      const profit = legs.flatMap(({ trades }) => trades).reduce((sum, trade) => sum + trade.profit, 0);
      expect(Math.abs(profit - ((equity.at(-1) ?? 0) - 1000)) / Math.max(...equity)).toBeLessThan(1e-9);
    }),
    runs,
  );
});
