// A size that stays inside its bounds on real markets, without a clamp.
export default {
  decide(bars, ta) {
    const roc = ta.roc(bars.close, 10);
    return { target: roc.map((x) => (Number.isNaN(x) ? 0 : x / 200)) };
  },
} satisfies Strategy;
