// Recursive least squares on the last return, updated bar by bar.
export default {
  decide(bars) {
    let weight = 0;
    let precision = 1e-4;
    const target = new Float64Array(bars.length);
    for (let t = 2; t < bars.length; t++) {
      const x = Math.log(bars.close[t - 1] / bars.close[t - 2]);
      const y = Math.log(bars.close[t] / bars.close[t - 1]);
      precision = 0.995 * precision + x * x;
      weight += (x / precision) * (y - weight * x);
      target[t] = Math.max(-1, Math.min(1, 50 * weight * y));
    }
    return { target };
  },
} satisfies Strategy;
