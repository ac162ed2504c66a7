import type { AlignedMarkets } from "../../core/backtest/portfolio/align-markets.ts";
import {
  backtestPortfolio,
  type PortfolioBacktest,
  type PortfolioOptions,
} from "../../core/backtest/portfolio/backtest-portfolio.ts";
import { portfolioMetrics } from "../../core/backtest/portfolio/portfolio-metrics.ts";
import { type DrawdownRow, drawdownTable } from "../../core/metrics/drawdown-table.ts";
import type { Metrics } from "../../core/metrics/metrics.ts";
import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import type { Positions } from "../../core/positions.ts";
import { areFree, type CostRow, costRows, timesCosts } from "../parts/cost-sensitivity.ts";
import { meanPosition } from "../parts/path-analysis.ts";

/** One back-test of a portfolio, as it was made. */
export interface PortfolioMade {
  readonly aligned: AlignedMarkets;
  /** One entry a market, columns of the axis. */
  readonly positions: readonly Positions[];
  readonly options: PortfolioOptions;
  readonly result: PortfolioBacktest;
  /** Equal shares bought at the first opens and held, with the same options. */
  readonly held: PortfolioBacktest;
}

/** All that a page shows of a back-test of a portfolio. */
export interface PortfolioAnalysis {
  readonly metrics: Metrics;
  readonly heldMetrics: Metrics;
  /** The mean share of each instrument, held all the time. */
  readonly constant: { readonly result: PortfolioBacktest; readonly metrics: Metrics };
  /** [n] Sizes of all positions together at each close. */
  readonly gross: Float64Array;
  /** [n − 1] Simple returns a bar, after costs. */
  readonly returns: Float64Array;
  /** The ten deepest. */
  readonly drawdowns: readonly DrawdownRow[];
  /** Empty where nothing is charged. */
  readonly costs: readonly CostRow[];
}

/** Works out what a page shows; null under two bars, which have no return. */
export function analysePortfolio(made: PortfolioMade): PortfolioAnalysis | null {
  const { aligned, positions, options, result, held } = made;
  if (aligned.length < 2) return null;
  const constant = holdMeanShares(made);
  const atCosts = (times: number): Float64Array => {
    const costs = options.costs.map((each) => timesCosts(each, times));
    return backtestPortfolio(aligned, positions, { ...options, costs }).equity;
  };
  return {
    metrics: portfolioMetrics(aligned, result),
    heldMetrics: portfolioMetrics(aligned, held),
    constant: { result: constant, metrics: portfolioMetrics(aligned, constant) },
    gross: grossOf(result),
    returns: simpleReturns(result.equity),
    drawdowns: drawdownTable(aligned.time, result.equity, 10),
    costs: options.costs.every(areFree) ? [] : costRows(aligned.barsPerYear, atCosts),
  };
}

/** Restored at every open, where no least fee would eat that up; shares that outgrew all equity are scaled down to it. */
function holdMeanShares({ aligned, options, result }: PortfolioMade): PortfolioBacktest {
  const shares = result.legs.map(({ position }) => meanPosition(position));
  const sum = shares.reduce((total, share) => total + Math.abs(share), 0);
  const targets = shares.map((share) => ({ target: new Float64Array(aligned.length).fill(share / Math.max(1, sum)) }));
  const rebalance = options.costs.some(({ minFee }) => minFee) ? "on-change" : "every-bar";
  return backtestPortfolio(aligned, targets, { ...options, rebalance });
}

function grossOf({ legs, equity }: PortfolioBacktest): Float64Array {
  const gross = new Float64Array(equity.length);
  for (const { position } of legs) {
    for (let t = 0; t < gross.length; t++) gross[t] = (gross[t] as number) + Math.abs(position[t] as number);
  }
  return gross;
}
