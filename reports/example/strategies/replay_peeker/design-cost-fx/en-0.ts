import type { Strategy } from "walkforward";

export default {
  name: "Fair value reversion",
  decide(bars) {
    const prices = Array.from(bars.close);
    const mean = prices.reduce((a, b) => a + b, 0) / prices.length;
    const sd = Math.sqrt(prices.reduce((a, b) => a + (b - mean) ** 2, 0) / prices.length);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      const z = (prices[t] - mean) / sd;
      if (z > 1) side = -1;
      else if (z < -1) side = 1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;