// Looks at the next open, at which its order would be filled.
export default {
  decide(bars) {
    const target = Array.from(bars.close, (close, t) => {
      const next = bars.open[t + 1];
      return next !== undefined && next > close * 1.0005 ? 1 : 0;
    });
    return { target };
  },
} satisfies Strategy;
