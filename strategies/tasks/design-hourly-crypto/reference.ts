import type { Strategy } from "walkforward";

/** Horizons in hours: three, six and ten days. */
const horizons = [72, 144, 236];
/** Volatility a year that a whole book is meant to run. */
const risk = 0.6;

export default {
  name: "Momentum over days, sized by volatility",
  decide(bars, ta) {
    const logs = Float64Array.from(bars.close, Math.log);
    const changes = horizons.map((n) => ta.momentum(logs, n));
    const deviation = ta.stdev(ta.logReturns(bars.close), 72);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const sd = deviation[t] as number;
      let score = 0;
      horizons.forEach((n, k) => {
        const z = (changes[k]?.[t] as number) / (sd * Math.sqrt(n));
        score += Math.max(-1, Math.min(1, z)) / horizons.length;
      });
      const size = Math.min(1, risk / (sd * Math.sqrt(bars.barsPerYear)));
      const wanted = score * size;
      if (Math.abs(wanted - held) > 0.4) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
