// Several indicators at once.
export default {
  decide(bars, ta) {
    const { histogram } = ta.macd(bars.close, 12, 26, 9);
    const { adx } = ta.adx(bars.high, bars.low, bars.close, 14);
    return { target: histogram.map((h, t) => (adx[t] > 15 ? (h > 0 ? 1 : -1) : 0)) };
  },
} satisfies Strategy;
