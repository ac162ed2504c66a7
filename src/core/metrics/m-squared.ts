import { checkColumns } from "../indicators/check.ts";
import { finite } from "./finite.ts";
import { sharpe } from "./sharpe.ts";
import { volatility } from "./volatility.ts";

/**
 * M² (Modigliani's risk-adjusted performance) per year at a risk-free rate of 0: what the strategy would have earned,
 * geared to the volatility of the market: Sharpe ratio of the returns [T] times the market's annual volatility, a fraction; null
 * where either is undefined. Of the market itself: its own mean return a year. RangeError for unequal lengths.
 * Source: Modigliani & Modigliani (1997), Risk-Adjusted Performance.
 *
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.mSquared([0.005, -0.005, 0.01], [0.01, -0.01, 0.02], 12)?.toFixed(4)); // 0.0800
 */
export function mSquared(returns: ArrayLike<number>, market: ArrayLike<number>, barsPerYear: number): number | null {
  checkColumns("mSquared", returns, market);
  const ratio = sharpe(returns, barsPerYear);
  const scale = volatility(market, barsPerYear);
  return ratio === null || scale === null ? null : finite(ratio * scale);
}
