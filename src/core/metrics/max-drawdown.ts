import { type Drawdown, deepestDrawdown } from "./deepest-drawdown.ts";

/**
 * Maximum drawdown: the deepest fall of equity below its running peak, starting equity included, as a fraction in
 * [0, 1]; 1 at ruin; null without bars. Equals empyrical's `max_drawdown` with the sign removed.
 * `maxDrawdown([100, 120, 90, 130])` is 0.25.
 *
 * @param deepest What `deepestDrawdown` says of it, if that is known already.
 */
export function maxDrawdown(
  equity: ArrayLike<number>,
  deepest: Drawdown | null = deepestDrawdown(equity),
): number | null {
  return equity.length === 0 ? null : (deepest?.depth ?? 0);
}
