import { activeReturns } from "./active-returns.ts";
import { sharpe } from "./sharpe.ts";

/**
 * Annual information ratio: mean/sd·√P of the strategy's returns [T] less the market's [T], ddof 1; null under 2
 * returns or where that sd < 1e-12 (buy-and-hold without costs against itself). quantstats leaves out the √P.
 * RangeError for unequal lengths.
 */
export function informationRatio(
  returns: ArrayLike<number>,
  market: ArrayLike<number>,
  barsPerYear: number,
): number | null {
  return sharpe(activeReturns(returns, market), barsPerYear);
}
