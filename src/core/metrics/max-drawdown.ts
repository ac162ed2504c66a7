import { deepestDrawdown } from "./deepest-drawdown.ts";

/**
 * Maximum drawdown: the deepest fall of equity below its running peak, starting equity included, as a fraction in
 * [0, 1]; 1 at ruin; null without bars. Equals empyrical's `max_drawdown` with the sign removed.
 * `maxDrawdown([100, 120, 90, 130])` is 0.25.
 */
export function maxDrawdown(equity: ArrayLike<number>): number | null {
  return equity.length === 0 ? null : (deepestDrawdown(equity)?.depth ?? 0);
}
