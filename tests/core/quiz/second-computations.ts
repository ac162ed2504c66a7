import {
  atLeastOne,
  byChain,
  byColumns,
  byContract,
  byDebt,
  byDeposits,
  byPerpLedger,
  byShareCount,
  byTypedArray,
  byWorstTwo,
} from "./second-ledgers.ts";
import {
  byBalanceSheet,
  byCoinTosses,
  byCorrelationMatrix,
  byDensity,
  byEmaWeights,
  byForwardPrice,
  byHedgeBook,
  byHoldings,
  byLedger,
  byLegs,
  byLots,
  byPaperPortfolio,
  bySignArrays,
  byStopEvents,
  byTrailingStates,
  byVariancePairs,
} from "./second-simulations.ts";
import { bisect, deepestPair, type Values, volatilityByVectors } from "./second-tools.ts";

/** The answer of every template by another way: another formula, a simulation, a search. */
export const secondComputations: Readonly<Record<string, (v: Values) => number>> = {
  "returns-compound": (v) => 100 * Math.expm1(v.l("returns").reduce((sum, r) => sum + Math.log1p(r), 0)),
  "returns-sharpe": byVariancePairs,
  "returns-max-drawdown": (v) => 100 * deepestPair(v.l("equity")),
  "returns-calmar": (v) =>
    Math.expm1((4 / 8) * Math.log((v.l("equity").at(-1) ?? Number.NaN) / 100)) / deepestPair(v.l("equity")),
  "execution-walk-the-book": byLots,
  "execution-shortfall": byPaperPortfolio,
  "orders-stop-and-target-in-one-bar": byStopEvents,
  "orders-trailing-stop": byTrailingStates,
  "costs-annual-drag": (v) => {
    let sides = 0;
    for (let trip = 0; trip < v.n("trips"); trip++) sides += 2;
    return (sides * v.n("feeBps") + sides * v.n("slippageBps")) / 100;
  },
  "costs-flip-long-to-short": byLedger,
  "costs-break-even-win-rate": (v) =>
    100 * bisect(0, 1, (p) => p * v.n("win") - (1 - p) * v.n("loss") - v.n("cost") > 0),
  "fallacies-best-of-many": atLeastOne,
  "fallacies-shifted-signal": bySignArrays,
  "statistics-probabilistic-sharpe": byDensity,
  "statistics-years-to-significance": (v) => bisect(0, 1000, (y) => v.n("sharpe") * Math.sqrt(y) > v.n("tStat")),
  "series-ema": byEmaWeights,
  "series-autocorrelated-sharpe": byCorrelationMatrix,
  "series-half-life": (v) => bisect(0, 1000, (bars) => v.n("phi") ** bars < 0.5),
  "portfolio-two-assets": (v) => 100 * volatilityByVectors(v),
  "portfolio-target-volatility": byBalanceSheet,
  "portfolio-half-kelly": byCoinTosses,
  "derivatives-put-call-parity": byForwardPrice,
  "derivatives-gamma-scalp": byHedgeBook,
  "derivatives-ratio-spread": byLegs,
  "futures-roll-return": byHoldings,
  "futures-margin-calls": byContract,
  "fx-forward-points": byDeposits,
  "crypto-short-perpetual": byPerpLedger,
  "crypto-liquidation-price": (v) => {
    const equityAt = (price: number): number => v.n("entry") / v.n("leverage") + price - v.n("entry");
    return bisect(0, v.n("entry"), (price) => equityAt(price) > v.n("maintenance") * price);
  },
  "risk-position-size": byShareCount,
  "risk-historical-shortfall": byWorstTwo,
  "risk-levered-drawdown": byDebt,
  "market-index-divisor": byChain,
  "numerics-int32-overflow": byTypedArray,
  "numerics-first-earning-bar": byColumns,
};
