/** Proportional cost of a trade, per unit of turnover. */
export interface Costs {
  /** Fee in basis points of the traded value, ≥ 0. */
  readonly feeBps: number;
  /** Slippage in basis points of the traded value, ≥ 0. */
  readonly slippageBps: number;
}

/** Fee and slippage together as a fraction: 10 + 5 basis points are 0.0015. */
export function costRate(costs: Costs): number {
  return (costs.feeBps + costs.slippageBps) / 10_000;
}
