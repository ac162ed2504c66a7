import type { Strategy } from "walkforward";

/** Horizons in bars: one and a half sessions, two and nearly three. */
const horizons = [117, 156, 230];

export default {
  name: "Session-long momentum, few trades",
  decide(bars, ta) {
    const logs = Float64Array.from(bars.close, Math.log);
    const changes = horizons.map((n) => ta.momentum(logs, n));
    const deviation = ta.stdev(ta.logReturns(bars.close), 156);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const sd = deviation[t] as number;
      let score = 0;
      horizons.forEach((n, k) => {
        const z = (changes[k]?.[t] as number) / (sd * Math.sqrt(n));
        score += Math.max(-1, Math.min(1, z)) / horizons.length;
      });
      if (!Number.isNaN(score) && Math.abs(score - held) > 0.9) held = score;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
