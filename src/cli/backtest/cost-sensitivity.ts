import Table from "cli-table3";
import pc from "picocolors";
import { type BacktestOptions, backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import { computeMetrics } from "../../core/metrics/compute-metrics.ts";
import type { Metrics } from "../../core/metrics/metrics.ts";
import type { Positions } from "../../core/positions.ts";

/** What a strategy comes to at one cost of trading. */
export interface CostPoint extends Pick<Metrics, "totalReturn" | "sharpe" | "maxDrawdown"> {
  /** Fee and slippage together, in basis points of the traded value. */
  readonly costBps: number;
}

/** The back-test once for each total of fee and slippage, in basis points; costs of other kinds stay as they are. */
export function costSensitivity(
  bars: Bars,
  positions: Positions,
  options: BacktestOptions,
  levels: readonly number[],
): readonly CostPoint[] {
  return levels.map((costBps) => {
    const costs = { ...options.costs, feeBps: costBps, slippageBps: 0 };
    const { totalReturn, sharpe, maxDrawdown } = computeMetrics(bars, backtest(bars, positions, { ...options, costs }));
    return { costBps, totalReturn, sharpe, maxDrawdown };
  });
}

/** The points as a table, one a row; what is not defined is a dash. No last line break. */
export function costTable(points: readonly CostPoint[], color: boolean): string {
  const colors = pc.createColors(color);
  const table = new Table({
    head: ["fee + slippage, bp", "total return", "Sharpe", "max drawdown"].map((title) => colors.bold(title)),
    colAligns: ["right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  const fixed = (value: number | null, factor: number, unit: string): string =>
    value === null ? "–" : `${(factor * value).toFixed(2).replace(/^-(0\.00)$/, "$1")}${unit}`;
  for (const { costBps, totalReturn, sharpe, maxDrawdown } of points) {
    table.push([String(costBps), fixed(totalReturn, 100, " %"), fixed(sharpe, 1, ""), fixed(maxDrawdown, 100, " %")]);
  }
  return table.toString();
}
