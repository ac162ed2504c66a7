import type { Strategy } from "walkforward";

const FLOOR = 0.14;
const GAP = 0.35;
const STEP = 0.05;
const COST = 0.002;

export default {
  name: "Allowance first, trend second",
  decide(bars, ta) {
    const trend = ta.sma(bars.close, 100);
    const daily = ta.stdev(ta.logReturns(bars.close), 30);
    const target = new Float64Array(bars.length);
    const yearly = Math.sqrt(bars.barsPerYear);
    let equity = 1;
    let peak = 1;
    let held = 0;
    for (let t = 1; t < bars.length; t++) {
      equity *= 1 + held * (bars.close[t] / bars.close[t - 1] - 1);
      peak = Math.max(peak * (1 - 0.04 / bars.barsPerYear), equity);
      const cushion = Math.max(0, equity / peak - (1 - FLOOR));
      const most = cushion / GAP;
      const byRisk = 0.25 / (daily[t] * yearly);
      const wanted = bars.close[t] > trend[t] ? Math.min(1, most, byRisk) : 0.06 * Math.min(1, most / 0.2);
      const stepped = Math.floor((Number.isFinite(wanted) ? wanted : 0) / STEP) * STEP;
      if (Math.abs(stepped - held) > STEP * 1.5 || (stepped === 0 && held > 0) || (held === 0 && stepped > 0)) {
        equity -= equity * COST * Math.abs(stepped - held);
        held = stepped;
      }
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;