import type { Strategy } from "walkforward";

/** Long in the size that aims at a volatility of 10 % a year, at most all of equity. */
export default {
  name: "volatility-target",
  decide(bars, ta) {
    const perBar = ta.stdev(ta.logReturns(bars.close), 20);
    const target = perBar.map((sd) => {
      const size = 0.1 / (sd * Math.sqrt(bars.barsPerYear));
      return Math.min(1, Math.round(size * 10) / 10); // in steps of a tenth: each small change would cost a trade
    });
    return { target }; // NaN during the warm-up keeps the start: flat
  },
} satisfies Strategy;
