// Flat where the history is too short for it.
export default {
  decide(bars, ta) {
    if (bars.length < 200) return { target: new Float64Array(bars.length) };
    const slow = ta.sma(bars.close, 200);
    return { target: bars.close.map((c, t) => (c > slow[t] ? 1 : 0)) };
  },
} satisfies Strategy;
