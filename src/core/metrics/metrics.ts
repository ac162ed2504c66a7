/** The metrics of one back-test (BACKTEST section of the documents). null = not defined; never NaN or Infinity. */
export interface Metrics {
  /** E[last]/E[0] − 1, fraction. */
  readonly totalReturn: number | null;
  /** Compound growth per year, fraction. */
  readonly cagr: number | null;
  /** Standard deviation of returns (ddof 1) per year, fraction. */
  readonly volatility: number | null;
  /** mean/sd·√P, rf = 0. */
  readonly sharpe: number | null;
  readonly sortino: number | null;
  /** Deepest fall below the running peak, fraction in [0, 1]. */
  readonly maxDrawdown: number | null;
  /** Bars from the peak of the deepest drawdown to its recovery, or to the end. */
  readonly maxDrawdownBars: number | null;
  readonly calmar: number | null;
  /** Sum of |change of weight| over all rebalances. */
  readonly turnover: number;
  /** Share of bars with a position, in [0, 1]. */
  readonly exposure: number | null;
  /** Rebalances. */
  readonly orders: number;
  /** Episodes from flat (or a flip) to flat. */
  readonly trades: number;
  /** Share of closed and open trades that earned, in [0, 1]. */
  readonly winRate: number | null;
  /** Gains over losses of the trades. */
  readonly profitFactor: number | null;
  readonly skewness: number | null;
  readonly excessKurtosis: number | null;
  /** 5 % quantile of returns and mean below it, as positive losses, fraction. */
  readonly var95: number | null;
  readonly es95: number | null;
  /** Probability that the true Sharpe is above 0 (Bailey & López de Prado), in [0, 1]. */
  readonly psr: number | null;
  /** Against buy-and-hold of the same market: annual alpha, beta, information ratio. */
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly informationRatio: number | null;
  /** Equity at the end, in units of the starting equity's currency. */
  readonly finalEquity: number;
}
