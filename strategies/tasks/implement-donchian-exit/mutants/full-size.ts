// must fail: unfaithful — full size instead of 0.8
import type { Strategy } from "walkforward";

/** Highest and lowest value of the n bars before bar t. */
function edges(high: Float64Array, low: Float64Array, t: number, n: number): { high: number; low: number } {
  let top = -Infinity;
  let bottom = Infinity;
  for (let i = t - n; i < t; i++) {
    top = Math.max(top, high[i] as number);
    bottom = Math.min(bottom, low[i] as number);
  }
  return { high: top, low: bottom };
}

export default {
  name: "Channel break-out with a nearer exit",
  decide(bars) {
    const target = new Float64Array(bars.length);
    let side = 0;
    let leftLong = -Infinity;
    let leftShort = -Infinity;
    for (let t = 40; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const near = edges(bars.high, bars.low, t, 15);
      const far = edges(bars.high, bars.low, t, 40);
      if (side > 0 && close < near.low) {
        side = 0;
        leftLong = t;
      } else if (side < 0 && close > near.high) {
        side = 0;
        leftShort = t;
      }
      if (side === 0) {
        if (close > far.high && t - leftLong >= 10) side = 1;
        else if (close < far.low && t - leftShort >= 10) side = -1;
      }
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
