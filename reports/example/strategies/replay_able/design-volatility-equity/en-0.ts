import type { Strategy } from "walkforward";

const RISK = 0.18;
const STEP = 0.15;

export default {
  name: "Even risk, out of lasting trouble",
  decide(bars, ta) {
    const daily = ta.stdev(ta.logReturns(bars.close), 40);
    const average = ta.sma(bars.close, 200);
    const before = ta.lag(average, 10);
    const target = new Float64Array(bars.length);
    let held = 0;
    let trouble = false;
    for (let t = 0; t < bars.length; t++) {
      if (bars.close[t] < average[t] && average[t] < before[t]) trouble = true;
      else if (bars.close[t] > average[t] * 1.01) trouble = false;
      const wanted = Math.min(1, RISK / (daily[t] * Math.sqrt(bars.barsPerYear)));
      const known = Number.isNaN(wanted) ? 0 : wanted;
      if (trouble) held = 0;
      else if (held === 0 || Math.abs(known - held) > STEP) held = known;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;