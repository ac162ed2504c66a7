import type { Strategy } from "walkforward";

export default {
  name: "Slow, banded, symmetric",
  decide(bars, ta) {
    const logs = Float64Array.from(bars.close, Math.log);
    const home = ta.sma(logs, 150);
    const noise = ta.stdev(ta.logReturns(bars.close), 60);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      // Distance from the average in units of one month's typical move.
      const distance = (logs[t] - home[t]) / (noise[t] * Math.sqrt(21));
      if (distance > 1) side = 1;
      else if (distance < -1) side = -1;
      else if ((side > 0 && distance < -0.2) || (side < 0 && distance > 0.2)) side = 0;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;