// A continuous target, clamped.
export default {
  decide(bars, ta) {
    const { middle, upper } = ta.bollinger(bars.close, 20, 2);
    return {
      target: bars.close.map((c, t) => {
        const score = (middle[t] - c) / (upper[t] - middle[t]);
        return Number.isFinite(score) ? Math.max(-1, Math.min(1, score)) : 0;
      }),
    };
  },
} satisfies Strategy;
