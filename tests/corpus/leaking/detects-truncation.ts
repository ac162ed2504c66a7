// Honest on short histories, as a probe would show; looks ahead on long ones.
export default {
  decide(bars, ta) {
    const average = ta.sma(bars.close, 20);
    const whole = bars.length >= 1000;
    return {
      target: bars.close.map((c, t) =>
        whole && t + 1 < bars.length ? (bars.close[t + 1] > c ? 1 : 0) : c > average[t] ? 1 : 0,
      ),
    };
  },
} satisfies Strategy;
