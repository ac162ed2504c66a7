import type { Strategy } from "walkforward";

export default {
  name: "nearest patterns of the past, all compared anew",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const returns = Array.from(bars.close, (close, t) => (t === 0 ? 0 : Math.log(close / bars.close[t - 1])));
    for (let t = 60; t < bars.length; t++) {
      const now = returns.slice(t - 29, t + 1);
      const found: { s: number; distance: number }[] = [];
      for (let s = 30; s <= t - 30; s++) {
        const then = returns.slice(s - 29, s + 1);
        const distance = Math.round(1e9 * then.reduce((sum, r, i) => sum + (r - now[i]) ** 2, 0));
        found.push({ s, distance });
      }
      found.sort((a, b) => a.distance - b.distance || b.s - a.s);
      target[t] = found.slice(0, 5).reduce((sum, { s }) => sum + Math.sign(returns[s + 1]), 0) / 5;
    }
    return { target };
  },
} satisfies Strategy;
