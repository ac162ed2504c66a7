import type { Strategy } from "walkforward";

/** Drawdown at which nothing is held any more; the mandate's limit is 20 %, the rest is for a bad night. */
const limit = 0.13;
/** Part of a past loss that each bar forgives, so that a bad warm-up does not end the program. */
const forgetting = 0.0005;
/** Share of the remaining allowance that one day of ordinary size may take; half of a coin's price lost in a night takes no more than all of it. */
const share = 0.25;

export default {
  name: "A share of the remaining allowance",
  decide(bars, ta) {
    const deviation = ta.stdev(ta.logReturns(bars.close), 30);
    const trend = ta.sma(bars.close, 50);
    const range = ta.atr(bars.high, bars.low, bars.close, 20);
    const target = new Float64Array(bars.length);
    let equity = 1;
    let peak = 1;
    let inside = false;
    let held = 0;
    for (let t = 1; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const before = bars.close[t - 1] as number;
      const open = bars.open[t] as number;
      // Filled at this open: the old weight lives through the gap, the new one through the bar.
      const old = t > 1 ? (target[t - 2] as number) : 0;
      const growth = (1 + old * (open / before - 1)) * (1 + held * (close / open - 1));
      equity *= growth * (1 - 0.002 * Math.abs(held - old));
      // The nearer to the limit, the smaller the position: the limit is approached, never reached, and the way back stays open.
      peak = Math.max(peak - forgetting * (peak - equity), equity);
      const allowance = Math.max(0, limit - (1 - equity / peak));
      const band = range[t] as number;
      if (close > (trend[t] as number) + band) inside = true;
      else if (close < (trend[t] as number) - band) inside = false;
      const sd = deviation[t] as number;
      const wanted = inside && sd > 0 ? Math.min(2 * allowance, (share * allowance) / sd) : 0;
      if (wanted === 0 || wanted < 0.8 * held || wanted > held + 0.1) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
