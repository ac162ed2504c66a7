import type { Strategy } from "walkforward";

/** Drawdown at which nothing is held any more; the mandate's limit is 20 %, the rest is for a bad night. */
const limit = 0.13;
/** Share of the remaining allowance that one day of ordinary size may take. */
const share = 0.12;
/** Bars after which old losses stop counting: the allowance is never 0 for good. */
const memory = 250;

export default {
  name: "A share of the remaining allowance",
  decide(bars, ta) {
    const deviation = ta.stdev(ta.logReturns(bars.close), 30);
    const trend = ta.sma(bars.close, 50);
    const range = ta.atr(bars.high, bars.low, bars.close, 20);
    const target = new Float64Array(bars.length);
    const equity = new Float64Array(bars.length).fill(1);
    let inside = false;
    let held = 0;
    for (let t = 1; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const before = bars.close[t - 1] as number;
      const open = bars.open[t] as number;
      // Filled at this open: the old weight lives through the gap, the new one through the bar.
      const old = t > 1 ? (target[t - 2] as number) : 0;
      const growth = (1 + old * (open / before - 1)) * (1 + held * (close / open - 1));
      equity[t] = (equity[t - 1] as number) * growth - 0.002 * Math.abs(held - old);
      let peak = 0;
      for (let i = Math.max(0, t - memory); i <= t; i++) peak = Math.max(peak, equity[i] as number);
      const allowance = Math.max(0, limit - (1 - (equity[t] as number) / peak));
      const band = range[t] as number;
      if (close > (trend[t] as number) + band) inside = true;
      else if (close < (trend[t] as number) - band) inside = false;
      const sd = deviation[t] as number;
      const wanted = inside && sd > 0 ? Math.min(1, (share * allowance) / sd) : 0;
      if (wanted === 0 || wanted < 0.8 * held || wanted > held + 0.1) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
