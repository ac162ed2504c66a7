/**
 * The public interface of the package: back-tests, metrics, indicators and markets, without the benchmark. What a
 * strategy imports for its types is here too. src/README.md shows it in use.
 */
export type { Bars, Column, Indicators, Positions, Strategy } from "../strategies/contract.ts";
/** A strategy over several markets: a module with `allocate`. */
export type { PortfolioStrategy } from "../strategies/portfolio-contract.ts";
/** Several instruments on one axis of time: what a portfolio is back-tested on. */
export { type AlignedMarkets, alignMarkets } from "./core/backtest/portfolio/align-markets.ts";
export {
  backtestPortfolio,
  type PortfolioBacktest,
  type PortfolioOptions,
} from "./core/backtest/portfolio/backtest-portfolio.ts";
/** What came of one instrument of a portfolio. */
export type { LegResult } from "./core/backtest/portfolio/leg.ts";
export { equalShares, portfolioMetrics } from "./core/backtest/portfolio/portfolio-metrics.ts";
export {
  type Backtest,
  type BacktestColumns,
  type BacktestOptions,
  backtest,
  backtestColumns,
  type Rebalance,
} from "./core/backtest.ts";
export { sliceBars } from "./core/bars.ts";
export { type Costs, costRate } from "./core/costs.ts";
export { type BarsInput, createBars } from "./core/create-bars.ts";
export { UserError } from "./core/failure.ts";
export { ta } from "./core/indicators/index.ts";
export { generateMarket } from "./core/market/generate-market.ts";
export { inferBarsPerYear } from "./core/market/infer-bars-per-year.ts";
export { marketPresets, type PresetId, presetIds } from "./core/market/market-presets.ts";
/** What `generateMarket` makes a market of. */
export type { MarketSpec } from "./core/market/market-spec.ts";
export { type BarFinding, validateBars } from "./core/market/validate-bars.ts";
/** Every formula by its name; `computeMetrics` computes those of a back-test at once. */
export * as metrics from "./core/metrics/all.ts";
export { computeMetrics } from "./core/metrics/compute-metrics.ts";
/** What `computeMetrics` gives. */
export type { Metrics } from "./core/metrics/metrics.ts";
export { mirror } from "./core/paths/mirror.ts";
export { forwardFill, type PositionsInput } from "./core/positions.ts";
export { createRandom, type Random } from "./core/random.ts";
export { type LoadedMarket, type LoadMarketOptions, loadMarket } from "./load-market.ts";
