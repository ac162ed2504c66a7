import type { Bars } from "../../bars.ts";
import { computeMetrics } from "../../metrics/compute-metrics.ts";
import type { Metrics } from "../../metrics/metrics.ts";
import { profitFactor } from "../../metrics/profit-factor.ts";
import { winRate } from "../../metrics/win-rate.ts";
import type { AlignedMarkets } from "./align-markets.ts";
import type { PortfolioBacktest } from "./backtest-portfolio.ts";

/**
 * All metrics of a portfolio. Orders, trades, win rate and profit factor are those of all its instruments together; exposure is
 * the share of bars with a position in any. Alpha, beta and the information ratio are against `equalShares`. Of one
 * market they are those of computeMetrics.
 */
export function portfolioMetrics(aligned: AlignedMarkets, result: PortfolioBacktest): Metrics {
  const { equity, turnover, legs, ruinBar } = result;
  const trades = legs.flatMap((leg) => leg.trades);
  const gross = new Float64Array(aligned.length);
  for (const { position } of legs)
    for (let t = 0; t < gross.length; t++) gross[t] = (gross[t] as number) + Math.abs(position[t] as number);
  return {
    ...computeMetrics(equalShares(aligned), { equity, position: gross, turnover, ruinBar, costRate: 0 }),
    orders: legs.reduce((sum, leg) => sum + leg.orders, 0),
    trades: trades.length,
    winRate: winRate(trades),
    profitFactor: profitFactor(trades),
  };
}

/**
 * The instruments bought in equal shares at their first closes and held, as a market on the axis: what a portfolio is
 * compared with. A share is cash until its instrument begins. One market is itself.
 */
export function equalShares({ markets, time, length, barsPerYear }: AlignedMarkets): Bars {
  const [only] = markets;
  if (markets.length === 1 && only !== undefined) return only;
  const close = new Float64Array(length);
  for (const market of markets) {
    let first = Number.NaN;
    for (let t = 0; t < length; t++) {
      const price = market.close[t] as number;
      if (Number.isNaN(first)) first = price;
      close[t] = (close[t] as number) + (Number.isNaN(price) ? 1 : price / first) / markets.length;
    }
  }
  return { length, time, open: close, high: close, low: close, close, volume: new Float64Array(length), barsPerYear };
}
