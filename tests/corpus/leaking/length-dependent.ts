// Closes its position 30 bars before the end of the data.
export default {
  decide(bars, ta) {
    const average = ta.ema(bars.close, 20);
    return { target: bars.close.map((c, t) => (t < bars.length - 30 && c > average[t] ? 1 : 0)) };
  },
} satisfies Strategy;
