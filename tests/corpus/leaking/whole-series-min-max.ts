// Scales the series to 0 … 1 by its own extremes, and buys the lower third.
export default {
  decide(bars) {
    const low = Math.min(...bars.close);
    const high = Math.max(...bars.close);
    return { target: bars.close.map((c) => ((c - low) / (high - low) < 1 / 3 ? 1 : 0)) };
  },
} satisfies Strategy;
