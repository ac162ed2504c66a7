import type { Strategy } from "walkforward";

/** Slow horizons: a trade has to last months to be worth its price. */
const horizons = [60, 120, 200];

export default {
  name: "Slow momentum, few trades",
  decide(bars, ta) {
    const logs = Float64Array.from(bars.close, Math.log);
    const changes = horizons.map((n) => ta.momentum(logs, n));
    const deviation = ta.stdev(ta.logReturns(bars.close), 100);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const sd = deviation[t] as number;
      let score = 0;
      horizons.forEach((n, k) => {
        const z = (changes[k]?.[t] as number) / (sd * Math.sqrt(n));
        score += Math.max(-1, Math.min(1, z)) / horizons.length;
      });
      if (!Number.isNaN(score)) {
        const wanted = Math.abs(score) < 0.15 ? 0 : score;
        if (Math.abs(wanted - held) > 0.5) held = wanted;
      }
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
