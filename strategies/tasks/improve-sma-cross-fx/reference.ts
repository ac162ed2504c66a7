import type { Strategy } from "walkforward";

/** Pairs of averages: the slowest that the history carries. */
const pairs = [
  [10, 60],
  [20, 120],
  [40, 200],
] as const;

export default {
  name: "Three slow crossovers with a neutral zone",
  decide(bars, ta) {
    const range = ta.atr(bars.high, bars.low, bars.close, 50);
    const averages = pairs.map(([fast, slow]) => [ta.sma(bars.close, fast), ta.sma(bars.close, slow)] as const);
    const votes = pairs.map(() => 0);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      const band = 0.75 * (range[t] as number);
      averages.forEach(([fast, slow], k) => {
        const gap = (fast[t] as number) - (slow[t] as number);
        if (gap > band) votes[k] = 1;
        else if (gap < -band) votes[k] = -1;
      });
      target[t] = votes.reduce((sum, vote) => sum + vote, 0) / pairs.length;
    }
    return { target };
  },
} satisfies Strategy;
