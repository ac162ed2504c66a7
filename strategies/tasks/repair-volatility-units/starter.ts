import type { Strategy } from "walkforward";

const DECAY = 0.94;
const WARMUP = 20;
const TARGET = 0.35;
const TREND = 100;
const STEP = 0.15;
const BARS_PER_YEAR = 252;

/** Smoothed variance of the returns of each bar. */
function smoothedVariance(returns: number[]): number[] {
  const variance: number[] = [];
  let v = 0;
  for (let t = 0; t < returns.length; t++) {
    if (t < WARMUP) {
      v += (returns[t] * returns[t]) / WARMUP;
    } else {
      v = DECAY * v + (1 - DECAY) * returns[t] * returns[t];
    }
    variance.push(v);
  }
  return variance;
}

export default {
  name: "risk target in an up-trend",
  decide(bars, ta) {
    const trend = ta.sma(bars.close, TREND);
    const returns = Array.from(bars.close, (close, t) => 100 * Math.log(close / bars.close[t - 1]));
    const variance = smoothedVariance(returns);
    const target = new Float64Array(bars.length);
    let held = 0;
    let before = 0;
    for (let t = 0; t < bars.length; t++) {
      const sigma = Math.sqrt(variance[t] * BARS_PER_YEAR);
      const wanted = bars.close[t] > trend[t] ? Math.min(1, TARGET / sigma) : 0;
      if (Math.abs(wanted - before) > STEP || wanted === 0) held = wanted;
      before = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
