// Entry by momentum, exit by a trailing stop of three average ranges.
export default {
  decide(bars, ta) {
    const atr = ta.atr(bars.high, bars.low, bars.close, 14);
    const target = new Float64Array(bars.length);
    let stop = NaN;
    for (let t = 30; t < bars.length; t++) {
      if (Number.isNaN(stop)) {
        if (bars.close[t] > bars.close[t - 10]) stop = bars.close[t] - 3 * atr[t];
      } else if (bars.close[t] < stop) stop = NaN;
      else stop = Math.max(stop, bars.close[t] - 3 * atr[t]);
      target[t] = Number.isNaN(stop) ? 0 : 1;
    }
    return { target };
  },
} satisfies Strategy;
