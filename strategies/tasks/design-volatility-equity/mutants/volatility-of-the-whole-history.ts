// must fail: look-ahead — sizes by the volatility of the whole history
import type { Strategy } from "walkforward";

export default {
  name: "one size for all",
  decide(bars, ta) {
    const returns = ta.logReturns(bars.close).slice(1);
    const variance = returns.reduce((sum, r) => sum + r * r, 0) / returns.length;
    const size = Math.min(1, 0.2 / Math.sqrt(variance * bars.barsPerYear));
    const slow = ta.sma(bars.close, 150);
    return { target: Float64Array.from(bars.close, (close, t) => (close > slow[t] ? size : 0)) };
  },
} satisfies Strategy;
