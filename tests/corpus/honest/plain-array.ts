// An array grown bar by bar.
export default {
  decide(bars) {
    const target: number[] = [];
    for (const [t, c] of bars.close.entries()) target.push(t > 0 && c > bars.close[t - 1] ? 1 : 0);
    return { target };
  },
} satisfies Strategy;
