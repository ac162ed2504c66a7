// Mean and deviation of everything up to the bar (Welford).
export default {
  decide(bars) {
    let mean = 0;
    let m2 = 0;
    return {
      target: bars.close.map((c, t) => {
        const delta = c - mean;
        mean += delta / (t + 1);
        m2 += delta * (c - mean);
        const sd = Math.sqrt(m2 / (t + 1));
        return sd > 0 ? Math.max(-1, Math.min(1, (mean - c) / sd)) : 0;
      }),
    };
  },
} satisfies Strategy;
