import { type Backtest, type BacktestOptions, backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import { computeMetrics } from "../../core/metrics/compute-metrics.ts";
import { type DrawdownRow, drawdownTable } from "../../core/metrics/drawdown-table.ts";
import type { Metrics } from "../../core/metrics/metrics.ts";
import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import { type TradeRow, tradeList } from "../../core/metrics/trade-list.ts";
import type { Positions } from "../../core/positions.ts";
import { type Alternative, holdShare } from "../parts/alternative.ts";
import { areFree, type CostRow, costRows, timesCosts } from "../parts/cost-sensitivity.ts";
import { meanPosition } from "../parts/path-analysis.ts";

/** One back-test on one market, as it was made. */
export interface MarketBacktest {
  readonly bars: Bars;
  /** As given, one a bar. */
  readonly positions: Positions;
  readonly options: BacktestOptions;
  readonly result: Backtest;
}

/** All that a page shows of a back-test on one market. */
export interface MarketAnalysis {
  readonly metrics: Metrics;
  /** Buying at the first open and holding, with the same options. */
  readonly held: { readonly result: Backtest; readonly metrics: Metrics };
  /** The strategy's mean position, held all the time. */
  readonly constant: Pick<Alternative, "share" | "result" | "metrics">;
  /** [n − 1] Simple returns a bar, after costs. */
  readonly returns: Float64Array;
  readonly trades: readonly TradeRow[];
  /** The ten deepest. */
  readonly drawdowns: readonly DrawdownRow[];
  /** Empty where nothing is charged. */
  readonly costs: readonly CostRow[];
}

/** Works out what a page shows; null under two bars, which have no return. */
export function analyseMarket({ bars, positions, options, result }: MarketBacktest): MarketAnalysis | null {
  if (bars.length < 2) return null;
  const held = backtest(bars, new Float64Array(bars.length).fill(1), options);
  const share = Math.min(1, Math.max(-1, meanPosition(result.position)));
  const atCosts = (times: number): Float64Array =>
    backtest(bars, positions, { ...options, costs: timesCosts(options.costs, times) }).equity;
  return {
    metrics: computeMetrics(bars, result),
    held: { result: held, metrics: computeMetrics(bars, held) },
    constant: holdShare({ bars, warmupBars: 1, costs: options.costs }, share, options.initial),
    returns: simpleReturns(result.equity),
    trades: tradeList(bars, result),
    drawdowns: drawdownTable(bars.time, result.equity, 10),
    costs: areFree(options.costs) ? [] : costRows(bars.barsPerYear, atCosts),
  };
}
