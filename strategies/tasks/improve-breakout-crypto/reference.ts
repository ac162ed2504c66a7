import type { Strategy } from "walkforward";

/** Ranges that are watched, each for a quarter of the book. */
const lengths = [40, 80, 120, 200];
/** Volatility a year that a whole book is meant to run. */
const risk = 0.5;

export default {
  name: "Break-outs of four ranges at a steady risk",
  decide(bars, ta) {
    const ranges = lengths.map((n) => ta.donchian(bars.high, bars.low, n));
    const deviation = ta.stdev(ta.logReturns(bars.close), 30);
    const sides = lengths.map(() => 0);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 1; t < bars.length; t++) {
      const close = bars.close[t] as number;
      ranges.forEach(({ upper, middle, lower }, k) => {
        if (close > (upper[t - 1] as number)) sides[k] = 1;
        else if (close < (lower[t - 1] as number)) sides[k] = -1;
        else if ((sides[k] as number) * (close - (middle[t - 1] as number)) < 0) sides[k] = 0;
      });
      const volatility = (deviation[t] as number) * Math.sqrt(bars.barsPerYear);
      const size = volatility > 0 ? Math.min(1, risk / volatility) : 0;
      const score = sides.reduce((sum, side) => sum + side, 0) / lengths.length;
      const wanted = size * (score > 0 ? score : 0.5 * score);
      if (Math.abs(wanted - held) > 0.2) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
