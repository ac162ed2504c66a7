import { finite } from "./finite.ts";
import { lowestValues, tailLength } from "./lowest-values.ts";
import { mean } from "./mean.ts";

/**
 * Expected shortfall (conditional value at risk) per bar: the negated mean of the ⌊tail·(T−1)⌋ + 1 lowest of T returns,
 * those at or below the `tail` quantile; a loss is positive; null without returns. Never below `valueAtRisk`. `tail` in
 * (0, 1), RangeError otherwise; 0.05 is es95. Equals empyrical's `conditional_value_at_risk` with the sign turned.
 */
export function expectedShortfall(returns: ArrayLike<number>, tail = 0.05): number | null {
  if (returns.length === 0) return null;
  return finite(-mean(lowestValues(returns, tailLength(returns.length, tail))));
}
