import { alpha } from "./alpha.ts";
import { beta } from "./beta.ts";
import { block } from "./block.ts";
import { finite } from "./finite.ts";
import { informationRatio } from "./information-ratio.ts";
import type { Metrics } from "./metrics.ts";
import { largestDrift, type ReturnMoments } from "./return-moments.ts";
import { sharpeOf } from "./sharpe.ts";
import { simpleReturns } from "./simple-returns.ts";
import { smallestDeviation } from "./standard-deviation.ts";

/** Plain sums over the returns r of a strategy and m of its market. */
interface MarketSums {
  readonly market: number;
  readonly marketSquares: number;
  /** Σ r·m. */
  readonly products: number;
  /** Σ (r − m), and its squares. */
  readonly active: number;
  readonly activeSquares: number;
}

/**
 * `alpha`, `beta` and `informationRatio` of `simpleReturns` of [n] equity on those of [n] closes, in one pass without columns of
 * returns; where a mean is not small beside its spread, by those formulas themselves.
 *
 * @param own The moments of the equity's returns.
 */
export function againstMarket(
  equity: Float64Array,
  close: Float64Array,
  own: ReturnMoments,
  barsPerYear: number,
): Pick<Metrics, "alpha" | "beta" | "informationRatio"> {
  const { count, mean } = own;
  const { market, marketSquares, products, active, activeSquares } = marketSums(equity, close);
  const drift = (market * market) / count;
  const activeDrift = (active * active) / count;
  const steady =
    mean * mean * count <= largestDrift * own.m2 &&
    drift <= largestDrift * marketSquares &&
    activeDrift <= largestDrift * activeSquares;
  if (count < 2 || !steady) {
    const returns = simpleReturns(equity);
    const marketReturns = simpleReturns(close);
    return {
      alpha: alpha(returns, marketReturns, barsPerYear),
      beta: beta(returns, marketReturns),
      informationRatio: informationRatio(returns, marketReturns, barsPerYear),
    };
  }
  const variance = marketSquares - drift;
  const slope =
    Math.sqrt(variance / (count - 1)) >= smallestDeviation ? finite((products - mean * market) / variance) : null;
  const activeDeviation = Math.sqrt((activeSquares - activeDrift) / (count - 1));
  return {
    alpha: slope === null ? null : finite((mean - (slope * market) / count) * barsPerYear),
    beta: slope,
    informationRatio: sharpeOf(active / count, activeDeviation, barsPerYear),
  };
}

function marketSums(equity: Float64Array, close: Float64Array): MarketSums {
  const n = equity.length;
  let market = 0;
  let marketSquares = 0;
  let products = 0;
  let active = 0;
  let activeSquares = 0;
  for (let t = 1; t < n; ) {
    const end = Math.min(n, t + block);
    let before = equity[t - 1] as number;
    let closeBefore = close[t - 1] as number;
    let m1 = 0;
    let m2 = 0;
    let rm = 0;
    let a1 = 0;
    let a2 = 0;
    for (; t < end; t++) {
      const value = equity[t] as number;
      const price = close[t] as number;
      const r = before === 0 ? 0 : (value - before) / before;
      const m = (price - closeBefore) / closeBefore;
      const a = r - m;
      before = value;
      closeBefore = price;
      m1 += m;
      m2 += m * m;
      rm += r * m;
      a1 += a;
      a2 += a * a;
    }
    market += m1;
    marketSquares += m2;
    products += rm;
    active += a1;
    activeSquares += a2;
  }
  return { market, marketSquares, products, active, activeSquares };
}
