/**
 * The metrics of one back-test of n bars, from its n − 1 returns. null = not defined; never NaN or Infinity. P is bars
 * per year. At ruin the return of that bar is −1 and later ones are 0; what that does to a metric is said beside it.
 */
export interface Metrics {
  /** E[last]/E[0] − 1, fraction; null without bars; −1 at ruin. */
  readonly totalReturn: number | null;
  /** Compound growth per year, fraction; null under 2 bars; −1 at ruin. */
  readonly cagr: number | null;
  /** Standard deviation of returns (ddof 1) per year, fraction; null under 2 returns. */
  readonly volatility: number | null;
  /** mean/sd·√P, rf = 0, ddof 1; null under 2 returns or where sd < 1e-12. */
  readonly sharpe: number | null;
  /** mean/√(mean(min(r, 0)²))·√P over all bars; null where the root < 1e-12. */
  readonly sortino: number | null;
  /** Deepest fall below the running peak, fraction in [0, 1]; null without bars; 1 at ruin. */
  readonly maxDrawdown: number | null;
  /** Bars from the peak of the deepest drawdown to its recovery, or to the end (so at ruin); 0 if there is none. */
  readonly maxDrawdownBars: number | null;
  /** cagr/maxDrawdown; null where either is undefined or 0; −1 at ruin. */
  readonly calmar: number | null;
  /** Sum over all rebalances of traded value over equity, ≥ 0. */
  readonly turnover: number;
  /** Share of all n bars that close with a position, in [0, 1]; null without bars; flat from the bar of ruin on. */
  readonly exposure: number | null;
  /** Rebalances; a flip is one. */
  readonly orders: number;
  /** Episodes from flat (or a flip) to flat; one still open at the end counts, and so does one that ends in ruin. */
  readonly trades: number;
  /** Share of trades that earned after costs, in [0, 1]; open ones are marked at the last close; null without trades. */
  readonly winRate: number | null;
  /** Profits over losses of the trades, in money; null where nothing was lost. */
  readonly profitFactor: number | null;
  /** m3/m2^1.5 of returns, population moments; null under 2 returns or where sd < 1e-12. */
  readonly skewness: number | null;
  /** m4/m2² − 3 of returns, population moments; null as skewness. */
  readonly excessKurtosis: number | null;
  /** 5 % quantile of returns per bar (linear between order statistics), a loss positive; null without returns. */
  readonly var95: number | null;
  /** Mean of the returns at or below that quantile, a loss positive; null without returns. */
  readonly es95: number | null;
  /** Probability that the true Sharpe ratio is above 0 (Bailey & López de Prado), in [0, 1]; null as sharpe. */
  readonly psr: number | null;
  /** Annual alpha against buy-and-hold of the same market, (mean r − beta·mean m)·P; null where beta is. */
  readonly alpha: number | null;
  /** Slope of returns on the market's close-to-close returns; null where those do not vary. */
  readonly beta: number | null;
  /** Sharpe ratio of returns less the market's; null where that difference does not vary. */
  readonly informationRatio: number | null;
  /** Equity at the end, in units of the starting equity's currency; null without bars; 0 at ruin. */
  readonly finalEquity: number | null;
}
