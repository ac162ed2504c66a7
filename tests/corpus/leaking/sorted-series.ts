// Buys below the median of all closes.
export default {
  decide(bars) {
    const median = bars.close.toSorted()[Math.floor(bars.length / 2)];
    return { target: bars.close.map((c) => (c < median ? 1 : -1)) };
  },
} satisfies Strategy;
