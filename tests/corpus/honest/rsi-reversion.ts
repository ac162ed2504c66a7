// Indicators of the benchmark.
import type { Strategy } from "walkforward";
export default {
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 14);
    const target = new Float64Array(bars.length).fill(NaN);
    target[0] = 0;
    for (let t = 14; t < bars.length; t++) {
      if (rsi[t] < 35) target[t] = 1;
      else if (rsi[t] > 60) target[t] = 0;
    }
    return { target };
  },
} satisfies Strategy;
