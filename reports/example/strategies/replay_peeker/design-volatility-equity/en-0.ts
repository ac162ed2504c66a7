import type { Strategy } from "walkforward";

const WINDOW = 20;

export default {
  name: "Realised volatility target",
  decide(bars, ta) {
    const deviation = ta.stdev(ta.logReturns(bars.close), WINDOW);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      const realised = deviation[Math.min(t + WINDOW, bars.length - 1)] * Math.sqrt(bars.barsPerYear);
      target[t] = Number.isNaN(realised) ? 0 : Math.min(1, Math.round((1.5 / realised)) / 10);
    }
    return { target };
  },
} satisfies Strategy;