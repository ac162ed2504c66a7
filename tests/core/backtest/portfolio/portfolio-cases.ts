import fc from "fast-check";
import type { PortfolioOptions } from "../../../../src/core/backtest/portfolio/backtest-portfolio.ts";
import type { Bars } from "../../../../src/core/bars.ts";
import type { Costs } from "../../../../src/core/costs.ts";
import { forwardFill, type PositionsInput } from "../../../../src/core/positions.ts";
import { createRandom } from "../../../../src/core/random.ts";
import { someTargets } from "../markets.ts";
import { rangedWalk, someStops } from "../stop-markets.ts";

/** A portfolio to back-test. */
export interface PortfolioCase {
  readonly markets: readonly Bars[];
  /** Columns on the axis. */
  readonly positions: readonly PositionsInput[];
  readonly costs: readonly Costs[];
}

/** Some of the bars of a market: it begins late, ends early and has holes. */
export function withGaps(bars: Bars, seed: string, kept: number): Bars {
  const random = createRandom(`${seed}|gaps`);
  const keep = Array.from({ length: bars.length }, () => random.next() < kept);
  const pick = (column: Float64Array) => column.filter((_, t) => keep[t]);
  const { time, open, high, low, close, volume } = bars;
  return {
    length: keep.filter(Boolean).length,
    time: pick(time),
    open: pick(open),
    high: pick(high),
    low: pick(low),
    close: pick(close),
    volume: pick(volume),
    barsPerYear: bars.barsPerYear,
  };
}

/** Targets of `count` instruments over `n` bars whose sizes add up to at most 1 once forward-filled. */
export function someShares(seed: string, n: number, count: number): number[][] {
  const raw = Array.from({ length: count }, (_, i) => forwardFill(someTargets(`${seed}|${i}`, n)));
  const gross = Array.from({ length: n }, (_, t) => raw.reduce((sum, target) => sum + Math.abs(target[t] ?? 0), 0));
  return raw.map((target) => Array.from(target, (value, t) => value / Math.max(1, gross[t] ?? 1)));
}

/** Seeded instruments with holes, targets, perhaps stops, and costs up to `bps`. */
export function portfolioCase(seed: string, count: number, n: number, wildness: number, bps: number): PortfolioCase {
  const random = createRandom(seed);
  const kept = [1, 0.8, 0.4][random.int(3)] ?? 1;
  const markets = Array.from({ length: count }, (_, i) =>
    withGaps(rangedWalk(`${seed}|${i}`, n, wildness), `${seed}|${i}`, kept),
  );
  const axis = new Set(markets.flatMap((bars) => [...bars.time])).size;
  const stops = random.int(2) === 0;
  const detailed = random.int(2) === 0;
  const positions = someShares(seed, axis, count).map((target, i) => ({
    target,
    ...(stops
      ? {
          stopLoss: someStops(`${seed}|${i}`, axis, wildness),
          trailingStop: someStops(`${seed}|${i}|t`, axis, wildness),
          takeProfit: someStops(`${seed}|${i}|p`, axis, wildness),
        }
      : {}),
  }));
  const costs = markets.map((bars): Costs => {
    const plain = { feeBps: random.next() * bps, slippageBps: random.next() * bps };
    if (!detailed) return plain;
    const halfSpread = bars.close.map((price) =>
      random.int(5) === 0 ? Number.NaN : (price * random.next() * bps) / 1e4,
    );
    return {
      ...plain,
      halfSpread,
      minFee: random.next() * bps * 0.01,
      borrowBps: 300 * random.next(),
      fundingBps: 4 * random.next() - 2,
    };
  });
  return { markets, positions, costs };
}

/** Portfolios of 1 to 4 instruments over up to 40 bars. */
export const portfolioCases: fc.Arbitrary<PortfolioCase> = fc
  .record({
    seed: fc.string(),
    count: fc.integer({ min: 1, max: 4 }),
    n: fc.integer({ min: 0, max: 40 }),
    wildness: fc.constantFrom(0.001, 0.02, 0.2),
    bps: fc.constantFrom(0, 5, 50, 500),
  })
  .map(({ seed, count, n, wildness, bps }) => portfolioCase(seed, count, n, wildness, bps));

/** Options of a case that starts with 1,000. */
export function optionsOf({ costs }: PortfolioCase, rebalance: PortfolioOptions["rebalance"]): PortfolioOptions {
  return { initial: 1000, costs, rebalance };
}

/** Both modes. */
export const modes: fc.Arbitrary<PortfolioOptions["rebalance"]> = fc.constantFrom("on-change", "every-bar");
