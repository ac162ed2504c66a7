import { checkColumns } from "../indicators/check.ts";

/** Active returns: the strategy's [T] less the market's [T], bar by bar. RangeError for unequal lengths. */
export function activeReturns(returns: ArrayLike<number>, market: ArrayLike<number>): Float64Array {
  checkColumns("active returns", returns, market);
  const active = new Float64Array(returns.length);
  for (let i = 0; i < active.length; i++) active[i] = (returns[i] as number) - (market[i] as number);
  return active;
}
