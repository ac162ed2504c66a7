// must fail: unfaithful — the position must be more than 5 bars old before it is left
import type { Strategy } from "walkforward";

export default {
  name: "Break-out of a 30-bar range",
  decide(bars, ta) {
    const upper = ta.lag(ta.highest(bars.high, 30), 1);
    const lower = ta.lag(ta.lowest(bars.low, 30), 1);
    const top = ta.highest(bars.high, 10);
    const bottom = ta.lowest(bars.low, 10);
    const target = new Float64Array(bars.length);
    let side = 0;
    let entry = 0;
    for (let t = 30; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const middle = ((top[t] as number) + (bottom[t] as number)) / 2;
      if (side === 0) {
        if (close > (upper[t] as number)) side = 1;
        else if (close < (lower[t] as number)) side = -1;
        entry = t;
      } else if (t - entry > 5 && (side > 0 ? close < middle : close > middle)) {
        side = 0;
      }
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
