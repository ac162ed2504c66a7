// Leaves its debugging in.
export default {
  decide(bars, ta) {
    console.log("bars", bars.length, { perYear: bars.barsPerYear });
    const rsi = ta.rsi(bars.close, 7);
    const target = rsi.map((value) => (value < 30 ? 1 : value > 60 ? 0 : NaN));
    console.warn(target);
    return { target };
  },
} satisfies Strategy;
