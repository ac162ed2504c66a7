import type { Strategy } from "walkforward";

/** Volatility a year that the client can stomach. */
const risk = 0.2;

export default {
  name: "Steady risk while the trend holds",
  decide(bars, ta) {
    const deviation = ta.stdev(ta.logReturns(bars.close), 40);
    const range = ta.atr(bars.high, bars.low, bars.close, 20);
    const slow = ta.sma(bars.close, 150);
    const target = new Float64Array(bars.length);
    let inside = false;
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const level = slow[t] as number;
      const band = 1.5 * (range[t] as number);
      if (close > level + band) inside = true;
      else if (close < level - band) inside = false;
      const volatility = (deviation[t] as number) * Math.sqrt(bars.barsPerYear);
      const wanted = inside && volatility > 0 ? Math.min(1, risk / volatility) : 0;
      if (Math.abs(wanted - held) > 0.2 || wanted === 0 || (wanted === 1 && held !== 1)) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
