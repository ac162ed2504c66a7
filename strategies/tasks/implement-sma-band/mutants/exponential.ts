// must fail: unfaithful — exponential averages instead of simple ones
import type { Strategy } from "walkforward";

export default {
  name: "Two averages with a band",
  decide(bars, ta) {
    const fast = ta.ema(bars.close, 20);
    const slow = ta.ema(bars.close, 60);
    const target = new Float64Array(bars.length);
    let state = 0;
    for (let t = 0; t < bars.length; t++) {
      const f = fast[t] as number;
      const s = slow[t] as number;
      if (f > 1.005 * s) state = 1;
      else if (f < 0.995 * s) state = 0;
      target[t] = state;
    }
    return { target };
  },
} satisfies Strategy;
