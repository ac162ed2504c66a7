import { finite } from "./finite.ts";
import { lowestValues, tailLength } from "./lowest-values.ts";

/**
 * Historical value at risk per bar: the negated `tail` quantile of the returns, linear between order statistics; a loss
 * is positive, so it is below 0 where even that quantile is a gain; null without returns. `tail` in (0, 1), RangeError
 * otherwise; 0.05 is var95. Equals empyrical's `value_at_risk` with the sign turned; quantstats assumes a normal distribution instead.
 */
export function valueAtRisk(returns: ArrayLike<number>, tail = 0.05): number | null {
  if (returns.length === 0) return null;
  return valueAtRiskOf(lowestValues(returns, tailLength(returns.length, tail) + 1), returns.length, tail);
}

/** `valueAtRisk` of so many returns from the lowest `tailLength` + 1 of them, ascending. */
export function valueAtRiskOf(lowest: Float64Array, returns: number, tail: number): number | null {
  const place = tail * (returns - 1);
  const below = Math.floor(place);
  const low = lowest[below] as number;
  return finite(-(low + (place - below) * ((lowest[below + 1] ?? low) - low)));
}
