import type { Strategy } from "walkforward";

/** Lengths of the ranges that are watched; each may hold a third of the book. */
const lengths = [20, 50, 100];
/** Volatility a year that a whole book is meant to run. */
const risk = 0.3;

export default {
  name: "Break-outs of three ranges, left at half the range",
  decide(bars, ta) {
    const ranges = lengths.map((n) => ta.donchian(bars.high, bars.low, n));
    const deviation = ta.stdev(ta.logReturns(bars.close), 40);
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
      const wanted = (size * sides.reduce((sum, side) => sum + side, 0)) / lengths.length;
      if (Math.abs(wanted - held) > 0.2 || (wanted === 0 && held !== 0)) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
