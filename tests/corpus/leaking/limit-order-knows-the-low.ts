// Buys when the next low reaches its limit, and only then.
export default {
  decide(bars, ta) {
    const atr = ta.atr(bars.high, bars.low, bars.close, 14);
    const target = new Float64Array(bars.length);
    for (let t = 20; t < bars.length - 1; t++) {
      target[t] = bars.low[t + 1] < bars.close[t] - 0.6 * atr[t] ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
