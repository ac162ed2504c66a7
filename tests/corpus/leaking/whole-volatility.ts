// Sizes every position by the volatility of the whole sample.
export default {
  decide(bars, ta) {
    const moves = ta.logReturns(bars.close).slice(1);
    const variance = moves.reduce((a, r) => a + r * r, 0) / moves.length;
    const size = Math.min(1, 0.1 / Math.sqrt(variance * bars.barsPerYear));
    return { target: new Float64Array(bars.length).fill(size) };
  },
} satisfies Strategy;
