// A target that changes on every bar, with a look ahead on one bar in 67.
export default {
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 14);
    const target = new Float64Array(bars.length);
    for (let t = 14; t < bars.length; t++) {
      target[t] = (50 - rsi[t]) / 50;
      if (t % 67 === 0 && t + 1 < bars.length) target[t] = Math.sign(bars.close[t + 1] - bars.close[t]);
    }
    return { target };
  },
} satisfies Strategy;
