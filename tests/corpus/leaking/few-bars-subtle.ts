// A smooth target that is halved before a fall, on one bar in 83 only.
export default {
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 10);
    const target = new Float64Array(bars.length);
    for (let t = 10; t < bars.length; t++) {
      target[t] = rsi[t] / 100;
      if (t % 83 === 41 && t + 1 < bars.length && bars.close[t + 1] < bars.close[t]) target[t] /= 2;
    }
    return { target };
  },
} satisfies Strategy;
