import type { Strategy } from "walkforward";

/** Buys what has fallen fast within a rise, and sells it once it has recovered. */
export default {
  name: "rsi-reversion",
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 2);
    const trend = ta.sma(bars.close, 200);
    const target = new Float64Array(bars.length).fill(NaN); // NaN keeps the position
    for (let t = 0; t < bars.length; t++) {
      if (rsi[t] < 10 && bars.close[t] > trend[t]) target[t] = 1;
      else if (rsi[t] > 70) target[t] = 0;
    }
    return { target };
  },
} satisfies Strategy;
