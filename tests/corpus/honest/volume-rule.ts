// Follows moves on high volume.
export default {
  decide(bars, ta) {
    const usual = ta.sma(bars.volume, 20);
    const target = new Float64Array(bars.length).fill(NaN);
    for (let t = 1; t < bars.length; t++) {
      if (bars.volume[t] > 1.5 * usual[t]) target[t] = Math.sign(bars.close[t] - bars.close[t - 1]);
    }
    return { target };
  },
} satisfies Strategy;
