// A perceptron that learns from each bar after it has been seen.
export default {
  decide(bars, ta) {
    const features = [ta.rsi(bars.close, 7), ta.roc(bars.close, 5), ta.roc(bars.close, 20)];
    const row = (t: number): number[] => [1, ...features.map((f) => (Number.isNaN(f[t]) ? 0 : f[t] / 100))];
    const weights = [0, 0, 0, 0];
    const target = new Float64Array(bars.length);
    for (let t = 1; t < bars.length; t++) {
      const known = row(t - 1);
      const outcome = Math.sign(bars.close[t] - bars.close[t - 1]);
      const guess = Math.tanh(known.reduce((sum, x, k) => sum + x * weights[k], 0));
      for (let k = 0; k < weights.length; k++) weights[k] += 0.05 * (outcome - guess) * known[k];
      target[t] = Math.tanh(row(t).reduce((sum, x, k) => sum + x * weights[k], 0));
    }
    return { target };
  },
} satisfies Strategy;
