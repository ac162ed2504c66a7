// Signs of zero differ and mean the same.
export default {
  decide(bars) {
    return { target: bars.close.map((c, t) => (t % 2 === 0 ? -0 : 0) * c) };
  },
} satisfies Strategy;
