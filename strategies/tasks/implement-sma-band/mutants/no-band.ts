// must fail: unfaithful — compares the averages without the band
import type { Strategy } from "walkforward";

export default {
  name: "Two averages with a band",
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 20);
    const slow = ta.sma(bars.close, 60);
    const target = new Float64Array(bars.length);
    let state = 0;
    for (let t = 0; t < bars.length; t++) {
      const f = fast[t] as number;
      const s = slow[t] as number;
      if (f > s) state = 1;
      else if (f < s) state = 0;
      target[t] = state;
    }
    return { target };
  },
} satisfies Strategy;
