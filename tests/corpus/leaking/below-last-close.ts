// Long while the price is below that of the last bar.
export default {
  decide(bars) {
    const last = bars.close.at(-1) ?? 0;
    return { target: bars.close.map((c) => (c < last ? 1 : 0)) };
  },
} satisfies Strategy;
