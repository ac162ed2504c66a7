import type { DrawInput } from "./draw-paths.ts";
import type { Path } from "./path.ts";

/** One statistic over several windows: its least, middle and greatest value. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What a prompt says of a kind of market: statistics of windows that are never scored. */
export interface DevelopmentStats {
  /** Windows that the statistics are over, and the bars of each. */
  readonly windows: number;
  readonly bars: number;
  readonly barsPerYear: number;
  /** Mean log return times bars per year; a fraction, e.g. 0.07. */
  readonly driftPerYear: Spread;
  /** sd (ddof 1) of log returns times √(bars per year); a fraction, e.g. 0.18. */
  readonly volatilityPerYear: Spread;
  /** Autocorrelation of log returns at lag 1, in [−1, 1]. */
  readonly autocorrelation1: Spread;
  /** Share of the return variance that falls between a close and the next open: Σ ln(O_t/C_{t−1})² / Σ ln(C_t/C_{t−1})². */
  readonly gapShare: Spread;
  /** Fourth standardised moment less 3: 0 for a normal distribution. */
  readonly excessKurtosis: Spread;
  /** Fee and slippage together, basis points of the traded value. */
  readonly costBps: Spread;
}

/** The statistics of paths, over all their bars. */
export function describePaths(paths: readonly Path[]): DevelopmentStats {
  throw new Error(`no statistics of ${paths.length} paths yet`);
}

/** The statistics of development windows of a task, for its prompt: drawn from the seed, apart from the scored windows. */
export function drawDevelopmentStats(input: DrawInput): DevelopmentStats {
  throw new Error(`no statistics for ${input.task.id} yet`);
}
