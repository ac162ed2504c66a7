import type { Backtest } from "../backtest.ts";
import { equitySums } from "./equity-sums.ts";
import { logRatio, marketSums } from "./market-sums.ts";
import type { Moments, PathStats } from "./path-score.ts";

/** Equity below this share of its start counts as this share in logarithms: ruin is −13.8, not −∞. */
export const equityFloor = 1e-6;

/** A σ below this is that of constant prices up to rounding: returns cannot be measured in it. */
const leastSigma = 1e-12;

/**
 * What utility needs to know of one program on one path. Both columns are of the scored slice: bar 0 is the last
 * warm-up bar, at whose close the back-test starts, so that n bars give T = n − 1 returns and bar 0 counts in no mean.
 *
 * Returns after ruin are 0, the bar of ruin is −1. On a path whose closes never move σ is 0, and z and the scaled
 * returns are 0 too: nothing can be measured there.
 *
 * @throws RangeError if the columns differ in length or have fewer than 2 bars
 */
export function pathStats(input: { readonly close: Float64Array; readonly backtest: Backtest }): PathStats {
  const { close, backtest } = input;
  const { equity, position } = backtest;
  const bars = close.length;
  if (bars < 2 || equity.length !== bars || position.length !== bars) {
    throw new RangeError(
      `pathStats wants columns of one length of at least 2, got ${bars} closes, ${equity.length} equities, ${position.length} positions`,
    );
  }
  const returns = bars - 1;
  const { deviation: sigma, gross } = marketSums(close, position);
  const scale = sigma < leastSigma ? 0 : 1 / sigma;
  const start = equity[0] as number;
  const least = start * equityFloor;
  const { moments, fall, rise } = equitySums(equity, least);
  const logGrowth = logRatio(start, Math.max(least, equity[returns] as number));
  return {
    returns,
    sigma,
    logGrowth,
    z: (logGrowth * scale) / Math.sqrt(returns),
    moments: scaled(moments, scale),
    runUp: Math.log1p(rise),
    drawdown: Math.log1p(fall),
    exposure: gross / returns,
  };
}

/** The moments of r·scale from those of r. */
function scaled({ count, mean, m2, m3, m4 }: Moments, scale: number): Moments {
  const square = scale * scale;
  return { count, mean: mean * scale, m2: m2 * square, m3: m3 * square * scale, m4: m4 * square * square };
}
