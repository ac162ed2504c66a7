// A sound signal, moved one bar to the left.
export default {
  decide(bars, ta) {
    const fast = ta.ema(bars.close, 8);
    const slow = ta.ema(bars.close, 21);
    const signal = fast.map((f, t) => (f > slow[t] ? 1 : -1));
    return { target: signal.map((s, t) => signal[t + 1] ?? s) };
  },
} satisfies Strategy;
