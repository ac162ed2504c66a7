import { beta } from "./beta.ts";
import { finite } from "./finite.ts";
import { mean } from "./mean.ts";
import { rounding } from "./rounding.ts";

/**
 * Treynor ratio per year at a risk-free rate of 0: mean r·P / beta, of the strategy's returns [T] on the market's [T], P = bars
 * per year; null where beta is undefined or 0, up to 1e-12. Of the market itself: its own mean return a year. The mean is
 * arithmetic, as in `alpha`; quantstats puts the total return in its place. RangeError for unequal lengths.
 * Source: Treynor (1965), How to Rate Management of Investment Funds.
 *
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.treynor([0.02, -0.01, 0.04], [0.01, -0.02, 0.03], 12)?.toFixed(4)); // 0.2000
 */
export function treynor(returns: ArrayLike<number>, market: ArrayLike<number>, barsPerYear: number): number | null {
  const slope = beta(returns, market);
  if (slope === null || Math.abs(slope) <= rounding) return null;
  return finite((mean(returns) * barsPerYear) / slope);
}
