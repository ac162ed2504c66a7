import type { Strategy } from "walkforward";

export default {
  name: "5/15 crossover",
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 5);
    const slow = ta.sma(bars.close, 15);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      if (Number.isNaN(slow[t])) target[t] = 0;
      else target[t] = fast[t] > slow[t] ? 1 : -1;
    }
    return { target };
  },
} satisfies Strategy;
