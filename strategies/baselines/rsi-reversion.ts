import type { Strategy } from "walkforward";

/** Buys what has fallen fast within a rise, and sells it once it has recovered. */
export default {
  name: "rsi-reversion",
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 2);
    const trend = ta.sma(bars.close, 200);
    const target = new Float64Array(bars.length).fill(NaN); // NaN keeps the position
    for (let t = 0; t < bars.length; t++) {
      const strength = rsi[t] ?? NaN;
      const rising = (bars.close[t] ?? NaN) > (trend[t] ?? NaN);
      if (strength < 10 && rising) target[t] = 1;
      else if (strength > 70) target[t] = 0;
    }
    return { target };
  },
} satisfies Strategy;
