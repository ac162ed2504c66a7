import type { Backtest } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { alpha } from "./alpha.ts";
import { beta } from "./beta.ts";
import { cagr } from "./cagr.ts";
import { calmar } from "./calmar.ts";
import { excessKurtosis } from "./excess-kurtosis.ts";
import { expectedShortfall } from "./expected-shortfall.ts";
import { exposure } from "./exposure.ts";
import { informationRatio } from "./information-ratio.ts";
import { maxDrawdown } from "./max-drawdown.ts";
import { maxDrawdownBars } from "./max-drawdown-bars.ts";
import type { Metrics } from "./metrics.ts";
import { orders } from "./orders.ts";
import { profitFactor } from "./profit-factor.ts";
import { psr } from "./psr.ts";
import { sharpe } from "./sharpe.ts";
import { simpleReturns } from "./simple-returns.ts";
import { skewness } from "./skewness.ts";
import { sortino } from "./sortino.ts";
import { totalReturn } from "./total-return.ts";
import { trades } from "./trades.ts";
import { turnover } from "./turnover.ts";
import { valueAtRisk } from "./value-at-risk.ts";
import { volatility } from "./volatility.ts";
import { winRate } from "./win-rate.ts";

/**
 * All metrics of a back-test of `bars`. Ratios are per year by `bars.barsPerYear`; alpha, beta and the information
 * ratio are against the close-to-close returns of the same bars, without costs.
 */
export function computeMetrics(bars: Bars, backtest: Backtest): Metrics {
  const { equity, position } = backtest;
  const perYear = bars.barsPerYear;
  const returns = simpleReturns(equity);
  const market = simpleReturns(bars.close);
  const growth = cagr(equity, perYear);
  const depth = maxDrawdown(equity);
  const episodes = trades(bars, backtest);
  return {
    totalReturn: totalReturn(equity),
    cagr: growth,
    volatility: volatility(returns, perYear),
    sharpe: sharpe(returns, perYear),
    sortino: sortino(returns, perYear),
    maxDrawdown: depth,
    maxDrawdownBars: maxDrawdownBars(equity),
    calmar: calmar(growth, depth),
    turnover: turnover(backtest.turnover),
    exposure: exposure(position),
    orders: orders(backtest.turnover),
    trades: episodes.length,
    winRate: winRate(episodes),
    profitFactor: profitFactor(episodes),
    skewness: skewness(returns),
    excessKurtosis: excessKurtosis(returns),
    var95: valueAtRisk(returns, 0.05),
    es95: expectedShortfall(returns, 0.05),
    psr: psr(returns),
    alpha: alpha(returns, market, perYear),
    beta: beta(returns, market),
    informationRatio: informationRatio(returns, market, perYear),
    finalEquity: equity[equity.length - 1] ?? null,
  };
}
