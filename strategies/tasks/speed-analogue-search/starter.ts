import type { Strategy } from "walkforward";

export default {
  name: "nearest patterns of the past, all compared anew",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const returns = Float64Array.from(bars.close, (close, t) => (t === 0 ? 0 : Math.log(close / bars.close[t - 1])));
    for (let t = 60; t < bars.length; t++) {
      const found: { s: number; distance: number }[] = [];
      for (let s = 30; s <= t - 30; s++) {
        let squares = 0;
        for (let i = 0; i < 30; i++) squares += (returns[s - i] - returns[t - i]) ** 2;
        found.push({ s, distance: Math.round(1e9 * squares) });
      }
      found.sort((a, b) => a.distance - b.distance || b.s - a.s);
      target[t] = found.slice(0, 5).reduce((sum, { s }) => sum + Math.sign(returns[s + 1]), 0) / 5;
    }
    return { target };
  },
} satisfies Strategy;
