// Insists on a bar that does not exist yet.
export default {
  decide(bars, ta) {
    const average = ta.sma(bars.close, 20);
    if (bars.length < 900) throw new Error("needs the whole history");
    return { target: bars.close.map((c, t) => (c > average[t] ? 1 : 0)) };
  },
} satisfies Strategy;
