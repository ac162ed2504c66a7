// must fail: unfaithful — simple instead of log returns
import type { Strategy } from "walkforward";

/** Squares of the log returns smoothed from bar 20 on; NaN before. */
function varianceOf(close: Float64Array): Float64Array {
  const out = new Float64Array(close.length).fill(Number.NaN);
  let variance = 0;
  for (let t = 1; t < close.length; t++) {
    const r = (close[t] as number) / (close[t - 1] as number) - 1;
    if (t <= 20) variance += (r * r) / 20;
    else variance = 0.94 * variance + 0.06 * r * r;
    if (t >= 20) out[t] = variance;
  }
  return out;
}

export default {
  name: "Risk target in an up-trend",
  decide(bars, ta) {
    const trend = ta.sma(bars.close, 100);
    const variance = varianceOf(bars.close);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const level = trend[t] as number;
      if (!Number.isNaN(level)) {
        const sigma = Math.sqrt((variance[t] as number) * bars.barsPerYear);
        const wanted = (bars.close[t] as number) > level ? Math.min(1, 0.35 / sigma) : 0;
        if (wanted === 0 || held === 0 || Math.abs(wanted - held) > 0.15) held = wanted;
      }
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
