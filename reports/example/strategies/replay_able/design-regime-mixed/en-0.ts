import type { Strategy } from "walkforward";

export default {
  name: "Follow or fade, by variance ratio",
  decide(bars, ta) {
    const logs = Float64Array.from(bars.close, Math.log);
    const short = ta.stdev(ta.diff(logs), 200);
    const long = ta.stdev(ta.momentum(logs, 10), 200);
    const stretched = ta.zscore(logs, 60);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 211; t < bars.length; t++) {
      const ratio = long[t] ** 2 / (10 * short[t] ** 2);
      const z = (logs[t] - logs[t - 120]) / (short[t] * Math.sqrt(120));
      if (ratio < 0.7) {
        if (stretched[t] > 1.6) held = -0.5;
        else if (stretched[t] < -1.6) held = 0.5;
        else if (held * stretched[t] > 0) held = 0;
      } else {
        const size = ratio > 1 ? 1 : 0.5;
        if (z > 0.8 && held <= 0) held = size;
        else if (z < -0.8 && held >= 0) held = -size;
        else if (held * z < 0) held = 0;
      }
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;