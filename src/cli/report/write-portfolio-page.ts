import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { AlignedMarkets } from "../../core/backtest/portfolio/align-markets.ts";
import type { PortfolioBacktest, PortfolioOptions } from "../../core/backtest/portfolio/backtest-portfolio.ts";
import { equalShares, portfolioMetrics } from "../../core/backtest/portfolio/portfolio-metrics.ts";
import type { Costs } from "../../core/costs.ts";
import { forwardFill, type Positions } from "../../core/positions.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { type PortfolioInstrument, portfolioPage } from "../../report/portfolio-page.ts";
import { holdEqualShares } from "../backtest/hold-equal-shares.ts";
import type { Io } from "../io.ts";

/** A back-test of a portfolio that is to be shown, and where. */
export interface PortfolioPageRequest {
  /** The page to write, relative to the working folder. */
  readonly html: string;
  /** The strategy, relative to the working folder. */
  readonly file: string;
  /** What the page calls it. */
  readonly name: string;
  readonly markets: readonly string[];
  readonly aligned: AlignedMarkets;
  readonly positions: readonly Positions[];
  readonly options: PortfolioOptions;
  readonly result: PortfolioBacktest;
}

/** Writes the page of one portfolio. */
export function writePortfolioPage(io: Io, request: PortfolioPageRequest): void {
  const { file, name, markets, aligned, options, result } = request;
  const text = portfolioPage({
    name,
    file,
    initial: options.initial,
    rebalance: options.rebalance,
    barsPerYear: aligned.barsPerYear,
    time: Array.from(aligned.time),
    equity: Array.from(result.equity),
    equalShares: Array.from(equalShares(aligned).close),
    instruments: markets.map((market, i) => instrument(request, market, i)),
    metrics: portfolioMetrics(aligned, result),
    held: portfolioMetrics(aligned, holdEqualShares(aligned, options)),
    code: readFileSync(resolve(io.cwd, file), "utf8"),
    benchmark: benchmarkVersion,
  });
  writeFileAtomic(resolve(io.cwd, request.html), text);
  io.err(`Page: ${request.html}\n`);
}

function instrument(
  { aligned, positions, options, result }: PortfolioPageRequest,
  market: string,
  i: number,
): PortfolioInstrument {
  const [leg, bars, answer] = [result.legs[i], aligned.markets[i], positions[i]];
  if (leg === undefined || bars === undefined || answer === undefined) throw new RangeError(`no market ${i}`);
  return {
    market,
    costs: options.costs[i] as Costs,
    close: Array.from(bars.close),
    target: Array.from(forwardFill(answer.target)),
    position: Array.from(leg.position),
    turnover: Array.from(leg.turnover),
    orders: leg.orders,
    trades: leg.trades,
    stops: leg.stops.length,
  };
}
