// must fail: bad-positions — a size above 1 on calm days
import type { Strategy } from "walkforward";

export default {
  name: "risk target without a cap",
  decide(bars, ta) {
    const top = ta.lag(ta.highest(bars.high, 20), 1);
    const deviation = ta.stdev(ta.logReturns(bars.close), 20);
    const target = new Float64Array(bars.length);
    for (let t = 1; t < bars.length; t++) {
      if (bars.close[t] > top[t]) target[t] = 0.05 / deviation[t];
      else target[t] = target[t - 1];
    }
    return { target };
  },
} satisfies Strategy;
