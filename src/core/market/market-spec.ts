/** The days and hours of a market. */
export type Session =
  /** Weekdays without the fixed holidays of an exchange: about 252 days a year. */
  | "exchange"
  /** Weekdays without 25 December and 1 January: about 259 days a year. */
  | "weekdays"
  /** Every day. */
  | "always";

/** One state of the market; states follow each other at random. */
export interface MarketRegime {
  /** Log return a year. */
  readonly driftPerYear: number;
  /** Multiplies the volatility. */
  readonly volatilityFactor: number;
  /** Mean length, bars. */
  readonly meanBars: number;
}

/** What a synthetic market is made of. All volatilities and returns are of logarithms. */
export interface MarketSpec {
  readonly class: string;
  readonly interval: "1d" | "1h" | "5m";
  readonly session: Session;
  readonly seed: string;
  /** Number of bars, ≥ 1. */
  readonly bars: number;
  readonly barsPerYear: number;
  readonly startPrice: number;
  /** Smallest price step, > 0. */
  readonly tickSize: number;
  /** Volatility a year before the factors of the regimes; a fraction. */
  readonly volatilityPerYear: number;
  readonly regimes: readonly MarketRegime[];
  /**
   * GJR-GARCH(1,1) of the variance, mean 1: h' = ω + (α + γ·[ε < 0])·ε²h + βh with ω = 1 − α − γ/2 − β > 0.
   * γ > 0 is leverage: falls make the market wilder than rises.
   */
  readonly garch: { readonly alpha: number; readonly gamma: number; readonly beta: number };
  /** Degrees of freedom of the Student-t shocks, a whole number ≥ 3. */
  readonly tailDegrees: number;
  /** Jumps: how many a year, mean and sd of their size in standard deviations of a bar. */
  readonly jumps: { readonly perYear: number; readonly mean: number; readonly sd: number };
  /** Share of the variance of a session that falls before its first open, in [0, 1). */
  readonly gapShare: number;
  /** Multiplies how far high and low reach beyond open and close: 1 is a random walk's. */
  readonly wickFactor: number;
  /** Autocorrelation of the shocks at lag 1, in (−1, 1). */
  readonly autocorrelation: number;
  /** Bars after which half of the distance of the log price to its start is gone; null = a random walk. */
  readonly halfLifeBars: number | null;
  readonly volume: {
    /** Median. */
    readonly typical: number;
    /** Power of a bar's range by which its volume grows. */
    readonly elasticity: number;
    /** sd of the logarithm's own noise. */
    readonly noise: number;
    /** Decimals that are kept. */
    readonly decimals: number;
  };
}
