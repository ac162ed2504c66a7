// A functional style, with slices of the past.
export default {
  decide(bars) {
    const closes = Array.from(bars.close);
    return {
      target: closes.map((c, t) => {
        const past = closes.slice(Math.max(0, t - 29), t + 1);
        return past.filter((p) => p < c).length > past.length / 2 ? 1 : 0;
      }),
    };
  },
} satisfies Strategy;
