import type { Strategy } from "walkforward";

/** Volatility a year that a whole book is meant to run. */
const risk = 0.25;

export default {
  name: "With the larger move, more of it after a dip against it",
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 5);
    const range = ta.atr(bars.high, bars.low, bars.close, 20);
    const slow = ta.sma(bars.close, 150);
    const deviation = ta.stdev(ta.logReturns(bars.close), 40);
    const target = new Float64Array(bars.length);
    let side = 0;
    let boost = 0;
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const level = slow[t] as number;
      const band = range[t] as number;
      if (close > level + band) side = 1;
      else if (close < level - band) side = -1;
      const strength = side * ((rsi[t] as number) - 50);
      if (strength < -15) boost = 1;
      else if (strength > 15) boost = 0;
      const size = Math.min(1, risk / ((deviation[t] as number) * Math.sqrt(bars.barsPerYear)));
      const wanted = (side > 0 ? 1 : -0.4) * size * (0.6 + 0.4 * boost);
      if (Math.abs(wanted - held) > 0.25) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
