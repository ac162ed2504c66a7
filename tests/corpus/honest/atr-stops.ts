// Stops of all three kinds, sized by what volatility was.
export default {
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 20);
    const slow = ta.sma(bars.close, 60);
    const range = ta.natr(bars.high, bars.low, bars.close, 14);
    const times = (factor: number) => range.map((percent) => (factor * percent) / 100);
    return {
      target: bars.close.map((_, t) => Math.sign((fast[t] ?? 0) - (slow[t] ?? 0)) || 0),
      stopLoss: times(2),
      takeProfit: Array.from(times(4)),
      trailingStop: times(3),
    };
  },
} satisfies Strategy;
