// must fail: look-ahead — looks at the next bar to know that the session ends
import type { Strategy } from "walkforward";

export default {
  name: "flat before the gap",
  decide(bars, ta) {
    const slow = ta.sma(bars.close, 156);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      const next = Math.min(t + 1, bars.length - 1);
      const gap = bars.open[next] / bars.close[t] - 1;
      target[t] = Math.abs(gap) > 0.004 ? 0 : bars.close[t] > slow[t] ? 1 : -1;
    }
    return { target };
  },
} satisfies Strategy;
