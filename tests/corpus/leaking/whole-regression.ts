// Residual of a line fitted through the whole history.
export default {
  decide(bars) {
    const n = bars.length;
    const y = bars.close.map(Math.log);
    const meanX = (n - 1) / 2;
    const meanY = y.reduce((a, b) => a + b, 0) / n;
    let xy = 0;
    let xx = 0;
    for (let t = 0; t < n; t++) {
      xy += (t - meanX) * (y[t] - meanY);
      xx += (t - meanX) ** 2;
    }
    const slope = xy / xx;
    return { target: y.map((value, t) => (value < meanY + slope * (t - meanX) ? 1 : -1)) };
  },
} satisfies Strategy;
