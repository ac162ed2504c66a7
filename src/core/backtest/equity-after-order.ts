/** What one order costs, per unit of traded value but for the minimum. */
export interface OrderCosts {
  /** Fee as a fraction of the traded value, ≥ 0. */
  readonly fee: number;
  /** Slippage and half-spread as a fraction of the traded value, ≥ 0. */
  readonly slippage: number;
  /** Least fee, in money, ≥ 0. */
  readonly minFee: number;
}

/**
 * Equity after the order that brings a holding worth `held` to exactly `weight` of equity after costs; 0 where
 * nothing is left. It solves V' + cost(|weight·V' − held|) = V, where the cost is the greater of two lines, with the
 * fee in proportion and with the least fee: both left sides rise with V', so that the root is the smaller of the two
 * roots.
 *
 * @param equity V, > 0.
 */
export function equityAfterOrder(
  equity: number,
  held: number,
  weight: number,
  { fee, slippage, minFee }: OrderCosts,
): number {
  const inProportion = afterProportional(equity, held, weight, fee + slippage);
  return minFee > 0 ? Math.min(inProportion, afterProportional(equity - minFee, held, weight, slippage)) : inProportion;
}

/** The closed form of the plain back-test: V' = V(1 − cτ), τ = |d|/(1 + s·c·w). */
function afterProportional(equity: number, held: number, weight: number, rate: number): number {
  if (equity <= 0) return 0;
  const d = weight - held / equity;
  const scale = 1 + (d < 0 ? -rate : rate) * weight;
  const cost = (rate * Math.abs(d)) / scale;
  return scale > 0 && cost < 1 ? equity * (1 - cost) : 0;
}
