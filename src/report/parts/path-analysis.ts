import type { Backtest } from "../../core/backtest.ts";
import { computeMetrics } from "../../core/metrics/compute-metrics.ts";
import { type DrawdownRow, drawdownTable } from "../../core/metrics/drawdown-table.ts";
import type { Metrics } from "../../core/metrics/metrics.ts";
import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import { type TradeRow, tradeList } from "../../core/metrics/trade-list.ts";
import { positionsOfStored, type StoredPositions } from "../../core/paths/stored-path.ts";
import type { Positions } from "../../core/positions.ts";
import { backtestPath } from "../../core/score/backtest-path.ts";
import type { PathStats } from "../../core/score/path-score.ts";
import { pathStats } from "../../core/score/path-stats.ts";
import { type Alternative, holdShare } from "./alternative.ts";
import { type CostRow, costSensitivity } from "./cost-sensitivity.ts";
import type { PathMarket } from "./path-market.ts";

/** What a program answered on one path. */
export interface PathAnswer extends StoredPositions {
  readonly path: string;
}

/** One program on one path, back-tested anew from its stored positions. Columns have the bars of `market.scored`. */
export interface PathAnalysis {
  readonly market: PathMarket;
  /** As given, for all bars of the path, warm-up first. */
  readonly given: Positions;
  /** Targets and stops in force, from the last warm-up bar on. */
  readonly positions: Positions;
  readonly result: Backtest;
  readonly metrics: Metrics;
  readonly stats: PathStats;
  /** [T] Simple returns a bar, after costs. */
  readonly returns: Float64Array;
  /** The program's mean position, held all the time. */
  readonly constant: Alternative;
  readonly trades: readonly TradeRow[];
  /** The ten deepest. */
  readonly drawdowns: readonly DrawdownRow[];
  readonly costs: readonly CostRow[];
}

/** Works out all that a report shows of one path; null where the run did not store enough for a back-test. */
export function analysePath(market: PathMarket, answer: PathAnswer): PathAnalysis | null {
  if (answer.target?.length !== market.bars.length || market.bars.open.length !== market.bars.length) return null;
  const given = positionsOfStored(answer);
  const { bars, positions, result } = backtestPath(market, given);
  const share = Math.min(1, Math.max(-1, meanPosition(result.position)));
  return {
    market,
    given,
    positions,
    result,
    metrics: computeMetrics(bars, result),
    stats: pathStats({ close: bars.close, backtest: result }),
    returns: simpleReturns(result.equity),
    constant: holdShare(market, share),
    trades: tradeList(bars, result),
    drawdowns: drawdownTable(bars.time, result.equity, 10),
    costs: costSensitivity(market, given),
  };
}

/** Mean signed share of equity over the scored bars; the starting bar holds nothing yet. */
export function meanPosition(position: Float64Array): number {
  let sum = 0;
  for (let t = 1; t < position.length; t++) sum += position[t] as number;
  return position.length < 2 ? 0 : sum / (position.length - 1);
}
