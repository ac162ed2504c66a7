import type { Strategy } from "walkforward";

export default {
  name: "Drawdown-aware holder",
  decide(bars) {
    const n = bars.length;
    const worst = new Float64Array(n);
    // running minimum from the end: lowest low still to come
    let lowest = Infinity;
    for (let t = n - 1; t >= 0; t--) {
      lowest = Math.min(lowest * 1.01, bars.low[t]);
      worst[t] = 1 - lowest / bars.close[t];
    }
    const target = worst.map((w) => (w < 0.08 ? 1 : 0));
    return { target };
  },
} satisfies Strategy;