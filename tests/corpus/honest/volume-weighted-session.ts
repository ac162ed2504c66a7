// Average price of the session by volume; days without volume have none.
export default {
  decide(bars) {
    const target = new Float64Array(bars.length);
    let [worth, volume, day] = [0, 0, -1];
    for (let t = 0; t < bars.length; t++) {
      const today = Math.floor(bars.time[t] / 86_400_000);
      if (today !== day) [worth, volume, day] = [0, 0, today];
      const traded = bars.volume[t] || 0;
      worth += ((bars.high[t] + bars.low[t] + bars.close[t]) / 3) * traded;
      volume += traded;
      target[t] = bars.close[t] > worth / volume ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
