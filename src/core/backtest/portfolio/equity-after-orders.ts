/** What one order costs, per unit of traded value but for the minimum. */
export interface OrderCosts {
  /** Fee as a fraction of the traded value, ≥ 0. */
  readonly fee: number;
  /** Slippage and half-spread as a fraction of the traded value, ≥ 0. */
  readonly slippage: number;
  /** Least fee, in money, ≥ 0. */
  readonly minFee: number;
}

/** One of the orders at an open. */
export interface WeightOrder extends OrderCosts {
  /** What is held of the instrument before, in money, signed. */
  readonly held: number;
  /** Wanted share of equity after all orders and their costs; the sizes of all weights add up to at most 1. */
  readonly weight: number;
}

/**
 * Equity after orders that bring each instrument to exactly its weight of equity after the costs of all; 0 where nothing is left,
 * or where no equity could pay (costs of 100 % and more). It solves, for V', with V the equity before and h the holdings,
 *
 *   V' = V − Σ costᵢ(|wᵢV' − hᵢ|),  cost(x) = max(fee·x, minFee) + slippage·x
 *
 * V' + Σ cost is convex and piecewise linear in V', and at V' = V no less than V. So Newton's method, from V' = V down, follows one
 * line after another and stands on the root itself after at most two steps a line: nothing is approximated but by
 * rounding. Computed is the loss, as a fraction of V, not V': small costs keep all their digits. With one order it is the
 * closed form of the back-test of one market, V' = V(1 − cτ), τ = |d|/(1 + s·c·w).
 *
 * @param equity V, > 0.
 */
export function equityAfterOrders(equity: number, orders: readonly WeightOrder[]): number {
  let loss = 0;
  // Each order has three kinks: where it changes sides, and where the least fee begins and ends to count.
  for (let step = 0; step <= 3 * orders.length + 1; step++) {
    let paid = 0;
    let slope = 1;
    for (const { held, weight, fee, slippage, minFee } of orders) {
      const d = weight - held / equity;
      const trade = d - weight * loss;
      const least = fee * Math.abs(trade) < minFee / equity;
      const rate = (least ? 0 : fee) + slippage;
      const signed = trade < 0 ? -rate : rate;
      paid += signed * d + (least ? minFee / equity : 0);
      slope += signed * weight;
    }
    if (!(slope > 0)) return 0;
    const next = paid / slope;
    if (next >= 1) return 0;
    if (!(next > loss)) break;
    loss = next;
  }
  return equity * (1 - loss);
}
