// Flat on a history of less than two years, although it would need 30 bars only.
export default {
  decide(bars) {
    const target = new Float64Array(bars.length);
    if (bars.length < 504) return { target };
    for (let t = 30; t < bars.length; t++) target[t] = bars.close[t] > bars.close[t - 30] ? 1 : -1;
    return { target };
  },
} satisfies Strategy;
