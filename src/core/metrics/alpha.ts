import { beta } from "./beta.ts";
import { finite } from "./finite.ts";
import { mean } from "./mean.ts";

/**
 * Jensen's alpha per year at a risk-free rate of 0: (mean r − beta·mean m)·P, a fraction; null where beta is. Annualised
 * by multiplication, the intercept of the regression being a mean; empyrical's `alpha` compounds it instead.
 * RangeError for unequal lengths. Source: Jensen (1968).
 */
export function alpha(returns: ArrayLike<number>, market: ArrayLike<number>, barsPerYear: number): number | null {
  const slope = beta(returns, market);
  return slope === null ? null : finite((mean(returns) - slope * mean(market)) * barsPerYear);
}
