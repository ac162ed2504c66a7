// The future moves the size by less than one part in a million.
export default {
  decide(bars) {
    const mean = bars.close.reduce((sum, close) => sum + close, 0) / bars.length;
    return { target: bars.close.map((close) => 0.5 + 1e-9 * Math.tanh(mean / close - 1)) };
  },
} satisfies Strategy;
