// Opening gaps of the bar itself, known at its close.
export default {
  decide(bars, ta) {
    const previous = ta.lag(bars.close, 1);
    return { target: bars.open.map((o, t) => (o > previous[t] * 1.004 ? -1 : o < previous[t] * 0.996 ? 1 : 0)) };
  },
} satisfies Strategy;
