import type { Strategy } from "walkforward";

/** Averages that vote, each with a band of one true range so that a vote is not changed back and forth. */
const lengths = [50, 100, 150, 200];

export default {
  name: "Four averages vote",
  decide(bars, ta) {
    const range = ta.atr(bars.high, bars.low, bars.close, 20);
    const averages = lengths.map((n) => ta.sma(bars.close, n));
    const votes = lengths.map(() => 0);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const band = range[t] as number;
      averages.forEach((average, k) => {
        const level = average[t] as number;
        if (close > level + band) votes[k] = 1;
        else if (close < level - band) votes[k] = 0;
      });
      target[t] = votes.reduce((sum, vote) => sum + vote, 0) / lengths.length;
    }
    return { target };
  },
} satisfies Strategy;
