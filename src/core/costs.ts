/**
 * What trading and holding cost. Fee and slippage are always there; the rest is none unless given. An order pays on
 * its traded value: the fee, or `minFee` where that is more; the slippage; and the half-spread on every unit. What it
 * costs to hold a position is charged at the close of each bar that ends with it.
 */
export interface Costs {
  /** Fee in basis points of the traded value, ≥ 0. */
  readonly feeBps: number;
  /** Slippage in basis points of the traded value, ≥ 0. */
  readonly slippageBps: number;
  /**
   * Least fee of one order, in the currency of equity, ≥ 0: 1 on a starting equity of 10,000 is a basis point of it.
   */
  readonly minFee?: number | undefined;
  /** [n] Half the quoted spread at each bar, in units of price, ≥ 0; NaN (not known) counts as 0. */
  readonly halfSpread?: Float64Array | undefined;
  /** What borrowing costs a short, in basis points a year of its value, ≥ 0; a bar is charged 1/barsPerYear of it. */
  readonly borrowBps?: number | undefined;
  /**
   * Funding of a perpetual in basis points of the position's value a bar, in (−10,000, 10,000): above 0 longs pay and
   * shorts receive, below 0 the other way round.
   */
  readonly fundingBps?: number | undefined;
}

/** Fee and slippage together as a fraction: 10 + 5 basis points are 0.0015. */
export function costRate(costs: Costs): number {
  return (costs.feeBps + costs.slippageBps) / 10_000;
}

/** True where fee and slippage are all the costs: each order then pays one and the same share of its traded value. */
export function isProportional({ minFee, halfSpread, borrowBps, fundingBps }: Costs): boolean {
  return [minFee, borrowBps, fundingBps].every((cost = 0) => cost === 0) && halfSpread === undefined;
}

/** The costs of bars `start` (inclusive) to `end` (exclusive). */
export function sliceCosts(costs: Costs, start: number, end: number): Costs {
  return costs.halfSpread === undefined ? costs : { ...costs, halfSpread: costs.halfSpread.slice(start, end) };
}
