import type { AlignedMarkets } from "../../core/backtest/portfolio/align-markets.ts";
import {
  backtestPortfolio,
  type PortfolioBacktest,
  type PortfolioOptions,
} from "../../core/backtest/portfolio/backtest-portfolio.ts";

/** What a portfolio is compared with: an equal share of equity in each market, bought once at the same costs and held. */
export function holdEqualShares(aligned: AlignedMarkets, options: PortfolioOptions): PortfolioBacktest {
  const { length, markets } = aligned;
  const share = { target: new Float64Array(length).fill(1 / markets.length) };
  return backtestPortfolio(
    aligned,
    markets.map(() => share),
    { ...options, rebalance: "on-change" },
  );
}
