import type { Strategy } from "walkforward";

/** Long in the size that aims at a volatility of 10 % a year, at most all of equity; resized in steps of a tenth. */
export default {
  name: "volatility-target",
  decide(bars, ta) {
    const perBar = ta.stdev(ta.logReturns(bars.close), 20);
    const perYear = Math.sqrt(bars.barsPerYear);
    // In steps, because each small change would cost a trade. Flat during the warm-up, where the volatility is NaN.
    return { target: perBar.map((sd) => Math.min(1, Math.round(1 / (sd * perYear)) / 10) || 0) };
  },
} satisfies Strategy;
