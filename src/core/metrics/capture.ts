import { checkColumns } from "../indicators/check.ts";
import { finite } from "./finite.ts";

/**
 * Geometric mean return of the strategy over that of the market, over the bars on which the market's return has the sign
 * `side`; each compounded to `bars` bars first. null without such bars. RangeError for unequal lengths.
 */
export function capture(
  returns: ArrayLike<number>,
  market: ArrayLike<number>,
  side: 1 | -1,
  bars: number,
): number | null {
  checkColumns("capture", returns, market);
  let count = 0;
  let logs = 0;
  let marketLogs = 0;
  for (let i = 0; i < market.length; i++) {
    if (!((market[i] as number) * side > 0)) continue;
    count++;
    logs += Math.log1p(returns[i] as number);
    marketLogs += Math.log1p(market[i] as number);
  }
  if (count === 0) return null;
  return finite(Math.expm1((logs / count) * bars) / Math.expm1((marketLogs / count) * bars));
}
