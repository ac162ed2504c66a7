// Wants three years before it says anything, and says so loudly.
export default {
  decide(bars, ta) {
    if (bars.length < 756) throw new RangeError(`needs 756 bars, got ${bars.length}`);
    const average = ta.sma(bars.close, 50);
    return { target: bars.close.map((c, t) => (c > average[t] ? 1 : 0)) };
  },
} satisfies Strategy;
