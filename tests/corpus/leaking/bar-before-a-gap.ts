// Steps aside before a gap of more than two days, seen from the next bar's time.
export default {
  decide(bars) {
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      target[t] = (bars.time[t + 1] ?? 0) - bars.time[t] > 2 * 86_400_000 ? 0 : 1;
    }
    return { target };
  },
} satisfies Strategy;
