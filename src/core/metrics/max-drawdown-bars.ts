import { type Drawdown, deepestDrawdown } from "./deepest-drawdown.ts";

/**
 * Length of the deepest drawdown in bars: from its peak to the first bar at that height again, or to the last bar where
 * there is none (always so at ruin). 0 where equity never fell; null without bars. A flat peak counts from
 * the first of its bars, so time in cash after a high counts. `maxDrawdownBars([100, 120, 90, 130])` is 2.
 *
 * @param deepest What `deepestDrawdown` says of it, if that is known already.
 */
export function maxDrawdownBars(
  equity: ArrayLike<number>,
  deepest: Drawdown | null = deepestDrawdown(equity),
): number | null {
  if (equity.length === 0) return null;
  return deepest === null ? 0 : (deepest.recoveryBar ?? equity.length - 1) - deepest.peakBar;
}
