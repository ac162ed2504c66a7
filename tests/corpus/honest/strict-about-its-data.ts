// Refuses bars that break the contract: scrambled bars must keep it.
export default {
  decide(bars) {
    const { open, high, low, close, time, volume } = bars;
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      if (high[t] < Math.max(open[t], close[t]) || low[t] > Math.min(open[t], close[t])) throw new Error(`range ${t}`);
      if (low[t] <= 0 || volume[t] < 0) throw new Error(`sign ${t}`);
      if (t > 0 && time[t] <= time[t - 1]) throw new Error(`time ${t}`);
      target[t] = t > 0 && close[t] > close[t - 1] ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
