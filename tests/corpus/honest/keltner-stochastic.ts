// Breakouts filtered by the stochastic oscillator.
export default {
  decide(bars, ta) {
    const { upper, lower } = ta.keltner(bars.high, bars.low, bars.close, 20, 1.5);
    const { k } = ta.stochastic(bars.high, bars.low, bars.close, 14, 3);
    return { target: bars.close.map((c, t) => (c > upper[t] && k[t] > 70 ? 1 : c < lower[t] && k[t] < 30 ? -1 : NaN)) };
  },
} satisfies Strategy;
