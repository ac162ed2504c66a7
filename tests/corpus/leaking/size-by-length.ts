// Splits its capital over the number of bars to come.
export default {
  decide(bars) {
    return { target: bars.close.map((_, t) => t / bars.length) };
  },
} satisfies Strategy;
