import type { Backtest } from "../backtest.ts";
import { moments } from "./moments.ts";
import type { PathStats } from "./path-score.ts";

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
  const sigma = logReturnDeviation(close);
  const scale = sigma < leastSigma ? 0 : 1 / sigma;
  const scaled = new Float64Array(returns);
  let gross = 0;
  for (let t = 1; t < bars; t++) {
    const before = equity[t - 1] as number;
    if (before > 0) scaled[t - 1] = ((equity[t] as number) / before - 1) * scale;
    gross += Math.abs(position[t] as number);
  }
  const swings = largestSwings(equity);
  const { logGrowth } = swings;
  const z = (logGrowth * scale) / Math.sqrt(returns);
  return {
    returns,
    sigma,
    logGrowth,
    z,
    moments: moments(scaled),
    runUp: swings.runUp,
    drawdown: swings.drawdown,
    exposure: gross / returns,
  };
}

/** Standard deviation (ddof 1) of the close-to-close log returns; 0 for a single return. */
function logReturnDeviation(close: Float64Array): number {
  const logReturns = new Float64Array(close.length - 1);
  for (let t = 1; t < close.length; t++) logReturns[t - 1] = Math.log((close[t] as number) / (close[t - 1] as number));
  return logReturns.length < 2 ? 0 : Math.sqrt(moments(logReturns).m2 / (logReturns.length - 1));
}

/** Growth, largest rise above the minimum so far and largest fall below the maximum so far, of ln(E/E_0). */
function largestSwings(equity: Float64Array): { logGrowth: number; runUp: number; drawdown: number } {
  const start = equity[0] as number;
  let logGrowth = 0;
  let lowest = 0;
  let highest = 0;
  let runUp = 0;
  let drawdown = 0;
  for (let t = 1; t < equity.length; t++) {
    logGrowth = Math.log(Math.max(equityFloor, (equity[t] as number) / start));
    if (logGrowth < lowest) lowest = logGrowth;
    if (logGrowth > highest) highest = logGrowth;
    if (logGrowth - lowest > runUp) runUp = logGrowth - lowest;
    if (highest - logGrowth > drawdown) drawdown = highest - logGrowth;
  }
  return { logGrowth, runUp, drawdown };
}
