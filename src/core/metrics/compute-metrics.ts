import type { Backtest } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { againstMarket } from "./against-market.ts";
import { cagr } from "./cagr.ts";
import { calmar } from "./calmar.ts";
import { deepestDrawdown } from "./deepest-drawdown.ts";
import { excessKurtosisOf } from "./excess-kurtosis.ts";
import { exposure } from "./exposure.ts";
import { finite } from "./finite.ts";
import { lowestValues, tailLength } from "./lowest-values.ts";
import { maxDrawdown } from "./max-drawdown.ts";
import { maxDrawdownBars } from "./max-drawdown-bars.ts";
import { mean } from "./mean.ts";
import type { Metrics } from "./metrics.ts";
import { orders } from "./orders.ts";
import { psrOf } from "./psr.ts";
import { type ReturnMoments, returnMoments } from "./return-moments.ts";
import { sharpeOf } from "./sharpe.ts";
import { simpleReturns } from "./simple-returns.ts";
import { skewnessOf } from "./skewness.ts";
import { sortinoOf } from "./sortino.ts";
import { totalReturn } from "./total-return.ts";
import { tradeTotals } from "./trade-totals.ts";
import { turnover } from "./turnover.ts";
import { valueAtRiskOf } from "./value-at-risk.ts";

/** Of var95 and es95. */
const tail = 0.05;

/**
 * All metrics of a back-test of `bars`. Ratios are per year by `bars.barsPerYear`; alpha, beta and the information
 * ratio are against the close-to-close returns of the same bars, without costs.
 *
 * Each equals the formula of the file that bears its name; what several of them need is computed once, in few passes.
 */
export function computeMetrics(bars: Bars, backtest: Backtest): Metrics {
  const { equity, position } = backtest;
  const perYear = bars.barsPerYear;
  const growth = cagr(equity, perYear);
  const deepest = deepestDrawdown(equity);
  const depth = maxDrawdown(equity, deepest);
  const moments = returnMoments(equity);
  const trades = tradeTotals(bars, backtest);
  const shape = shapeOfReturns(moments, perYear);
  const lowest = tailOfReturns(simpleReturns(equity));
  const relative = againstMarket(equity, bars.close, moments, perYear);
  return {
    totalReturn: totalReturn(equity),
    cagr: growth,
    volatility: shape.volatility,
    sharpe: shape.sharpe,
    sortino: shape.sortino,
    maxDrawdown: depth,
    maxDrawdownBars: maxDrawdownBars(equity, deepest),
    calmar: calmar(growth, depth),
    turnover: turnover(backtest.turnover),
    exposure: exposure(position),
    orders: orders(backtest.turnover),
    trades: trades.count,
    winRate: trades.winRate,
    profitFactor: trades.profitFactor,
    skewness: shape.skewness,
    excessKurtosis: shape.excessKurtosis,
    var95: lowest.var95,
    es95: lowest.es95,
    psr: shape.psr,
    alpha: relative.alpha,
    beta: relative.beta,
    informationRatio: relative.informationRatio,
    finalEquity: equity[equity.length - 1] ?? null,
  };
}

type Shape = Pick<Metrics, "volatility" | "sharpe" | "sortino" | "skewness" | "excessKurtosis" | "psr">;

function shapeOfReturns({ count, mean, m2, m3, m4, downside }: ReturnMoments, perYear: number): Shape {
  const deviation = count < 2 ? Number.NaN : Math.sqrt(m2 / (count - 1));
  const central = { m2: m2 / count, m3: m3 / count, m4: m4 / count };
  const skewness = skewnessOf(central, count);
  const excessKurtosis = excessKurtosisOf(central, count);
  const perBar = sharpeOf(mean, deviation, 1);
  const known = perBar !== null && skewness !== null && excessKurtosis !== null;
  return {
    volatility: finite(deviation * Math.sqrt(perYear)),
    sharpe: sharpeOf(mean, deviation, perYear),
    sortino: sortinoOf(mean, Math.sqrt(downside / count), perYear),
    skewness,
    excessKurtosis,
    psr: known ? psrOf(perBar, skewness, excessKurtosis + 3, count) : null,
  };
}

function tailOfReturns(returns: Float64Array): Pick<Metrics, "var95" | "es95"> {
  const length = tailLength(returns.length, tail);
  const lowest = lowestValues(returns, length + 1);
  if (lowest.length === 0) return { var95: null, es95: null };
  return { var95: valueAtRiskOf(lowest, returns.length, tail), es95: finite(-mean(lowest.subarray(0, length))) };
}
