// The window follows the volatility known so far.
export default {
  decide(bars, ta) {
    const fast = ta.stdev(ta.logReturns(bars.close), 20);
    const target = new Float64Array(bars.length);
    for (let t = 120; t < bars.length; t++) {
      const slow = fast.subarray(t - 60, t + 1).reduce((a, b) => a + b, 0) / 61;
      const window = Math.round(Math.min(100, Math.max(10, (40 * slow) / fast[t])));
      target[t] = bars.close[t] > bars.close[t - window] ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
