import type { Bars } from "./bars.ts";
import type { Costs } from "./costs.ts";

/** `on-change` holds units between changes of the target; `every-bar` restores the weight at each open. */
export type Rebalance = "on-change" | "every-bar";

/** Settings of a back-test. */
export interface BacktestOptions {
  /** Starting equity, > 0. */
  readonly initial: number;
  readonly costs: Costs;
  readonly rebalance: Rebalance;
}

/** What a back-test of n bars came to. */
export interface Backtest {
  /** [n] Equity at each close, after costs; [0] is the starting equity; 0 from ruin on. */
  readonly equity: Float64Array;
  /** [n] Share of equity in the instrument at each close, signed; 0 where flat or ruined. */
  readonly position: Float64Array;
  /** [n] Turnover of the rebalance at each open, |d|/(1 + s·c·w); 0 where there was none. */
  readonly turnover: Float64Array;
  /** Bar at which equity reached 0; null if it never did. */
  readonly ruinBar: number | null;
}
