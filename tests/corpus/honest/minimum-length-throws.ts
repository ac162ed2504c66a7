// Refuses histories shorter than any warm-up.
export default {
  decide(bars, ta) {
    if (bars.length < 100) throw new Error("needs 100 bars");
    const { upper, lower } = ta.donchian(bars.high, bars.low, 55);
    const entry = ta.lag(upper, 1);
    const exit = ta.lag(lower, 1);
    return { target: bars.close.map((c, t) => (c > entry[t] ? 1 : c < exit[t] ? 0 : NaN)) };
  },
} satisfies Strategy;
