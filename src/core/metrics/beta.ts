import { checkColumns } from "../indicators/check.ts";
import { finite } from "./finite.ts";
import { mean } from "./mean.ts";
import { smallestDeviation, standardDeviation } from "./standard-deviation.ts";

/**
 * Beta: slope of the least-squares line of the strategy's returns [T] on the market's [T], covariance over variance;
 * null under 2 returns or where the market's sd < 1e-12. 1 for the market itself. RangeError for unequal lengths. Equals
 * empyrical's `beta`.
 */
export function beta(returns: ArrayLike<number>, market: ArrayLike<number>): number | null {
  checkColumns("beta", returns, market);
  if (!(standardDeviation(market) >= smallestDeviation)) return null;
  const centre = mean(returns);
  const marketCentre = mean(market);
  let covariance = 0;
  let variance = 0;
  const n = market.length;
  for (let i = 0; i < n; i++) {
    const d = (market[i] as number) - marketCentre;
    covariance += ((returns[i] as number) - centre) * d;
    variance += d * d;
  }
  return finite(covariance / variance);
}
