// must fail: look-ahead — uses the averages of the next bar
import type { Strategy } from "walkforward";

export default {
  name: "Two averages with a band",
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 20);
    const slow = ta.sma(bars.close, 60);
    const target = new Float64Array(bars.length);
    let state = 0;
    for (let t = 0; t < bars.length; t++) {
      const f = fast[Math.min(t + 1, bars.length - 1)] as number;
      const s = slow[Math.min(t + 1, bars.length - 1)] as number;
      if (f > 1.005 * s) state = 1;
      else if (f < 0.995 * s) state = 0;
      target[t] = state;
    }
    return { target };
  },
} satisfies Strategy;
