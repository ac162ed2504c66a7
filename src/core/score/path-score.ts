import type { Failure } from "../failure.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { PathKind, Regime } from "../paths/path.ts";

/** Moments of a column: count, mean and central power sums Σ(x − mean)^k. They add up over columns without loss. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** All that utility needs to know of one program on one path: sufficient statistics of its cell. */
export interface PathStats {
  /** T, number of scored returns. */
  readonly returns: number;
  /** σ, sd (ddof 1) of the path's own close-to-close log returns, per bar. */
  readonly sigma: number;
  /** ln(E_T/E_0), equity floored at 1e-6 of its start. */
  readonly logGrowth: number;
  /** logGrowth/(σ·√T). */
  readonly z: number;
  /** Moments of r/σ, r the simple returns of equity per bar. */
  readonly moments: Moments;
  /** Largest rise of ln E above the minimum before it, ≥ 0. */
  readonly runUp: number;
  /** Largest fall of ln E below the maximum before it, ≥ 0. */
  readonly drawdown: number;
  /** Mean of |position| over the scored bars. */
  readonly exposure: number;
}

/** What one program did on one path. */
export interface PathScore {
  readonly path: string;
  readonly kind: PathKind;
  readonly regime: Regime;
  readonly stress: boolean;
  readonly dataset: string;
  readonly symbol: string;
  readonly start: number;
  /** Set if the program erred, timed out, was not deterministic or broke its mandate on this path. */
  readonly failure: Failure | null;
  /** null where `failure` is set. */
  readonly stats: PathStats | null;
  readonly metrics: Metrics | null;
}

/** Utility of one program on one task, with its parts. */
export interface Utility {
  /** U in [−1, 1]. */
  readonly value: number;
  /** R: path growth against volatility, mean of clip(z/3, −3, 1). */
  readonly growth: number;
  /** S: pooled probabilistic Sharpe z, clip(z_S/3, −1, 1). */
  readonly sharpe: number;
  /** D: run-ups against drawdowns, in [−1, 1]. */
  readonly drawdown: number;
  /** A in [0, 1]. */
  readonly activity: number;
  /** e in [0, 1]: share of paths with a failure. */
  readonly errors: number;
}
