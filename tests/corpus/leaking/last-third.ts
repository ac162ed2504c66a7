// Honest for two thirds, then looks one bar ahead.
export default {
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 10);
    const slow = ta.sma(bars.close, 40);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      target[t] = fast[t] > slow[t] ? 1 : 0;
      if (t > (2 * bars.length) / 3 && t + 1 < bars.length && bars.close[t + 1] < bars.close[t]) target[t] = 0;
    }
    return { target };
  },
} satisfies Strategy;
