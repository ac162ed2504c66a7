// Looks ahead on one bar in 89.
export default {
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 10);
    const slow = ta.sma(bars.close, 40);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      target[t] = fast[t] > slow[t] ? 1 : 0;
      if (t % 89 === 88 && t + 1 < bars.length) target[t] = bars.close[t + 1] > bars.close[t] ? 1 : -1;
    }
    return { target };
  },
} satisfies Strategy;
