// The contract of portfolio strategies. Models are not shown this file: no task asks for one.

import type { Bars, Indicators, Positions } from "./contract.ts";

/** A strategy over several markets: the default export of a module that has no `decide`. */
export interface PortfolioStrategy {
  /** Short name for reports. */
  readonly name?: string;
  /**
   * Called once with the whole history of all markets, and answers with one `Positions` each, in their order. All stand on one
   * axis of time: bar t is the same moment in each. Where a market has no bar of its own, it shows its last close in all
   * four prices, and volume 0, and a change of its target waits for its next bar; before its first bar its prices and
   * volume are NaN. At each bar the sizes of all targets in force must add up to at most 1.
   */
  allocate(markets: readonly Bars[], ta: Indicators): readonly Positions[];
}
