import type { Strategy } from "walkforward";

const HORIZON = 120;

export default {
  name: "Five-day momentum, few trades",
  decide(bars, ta) {
    const returns = ta.logReturns(bars.close);
    const calm = ta.stdev(returns, 168);
    const now = ta.stdev(returns, 48);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 169; t < bars.length; t++) {
      const move = Math.log(bars.close[t] / bars.close[t - HORIZON]);
      const z = move / (calm[t] * Math.sqrt(HORIZON));
      const size = Math.min(1, calm[t] / now[t]);
      if (z > 1.25 && held <= 0) held = size;
      else if (z < -1.25 && held >= 0) held = -size;
      else if (held * z < 0) held = 0;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;