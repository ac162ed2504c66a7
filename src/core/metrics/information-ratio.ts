import { sharpe } from "./sharpe.ts";

/**
 * Annual information ratio: mean/sd·√P of the strategy's returns [T] less the market's [T], ddof 1; null under 2
 * returns or where that sd < 1e-12 (buy-and-hold without costs against itself). quantstats leaves out the √P.
 */
export function informationRatio(
  returns: ArrayLike<number>,
  market: ArrayLike<number>,
  barsPerYear: number,
): number | null {
  const active = new Float64Array(returns.length);
  for (let i = 0; i < active.length; i++) active[i] = (returns[i] as number) - (market[i] as number);
  return sharpe(active, barsPerYear);
}
