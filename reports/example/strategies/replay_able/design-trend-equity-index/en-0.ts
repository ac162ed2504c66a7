import type { Strategy } from "walkforward";

const HORIZONS = [80, 140, 200];
/** Share of the average by which the close must leave it before a vote changes. */
const BAND = 0.01;

export default {
  name: "Three averages vote",
  decide(bars, ta) {
    const averages = HORIZONS.map((n) => ta.sma(bars.close, n));
    const votes = HORIZONS.map(() => 0);
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      averages.forEach((average, k) => {
        if (bars.close[t] > average[t] * (1 + BAND)) votes[k] = 1;
        else if (bars.close[t] < average[t] * (1 - BAND)) votes[k] = 0;
      });
      target[t] = votes.reduce((sum, vote) => sum + vote, 0) / HORIZONS.length;
    }
    return { target };
  },
} satisfies Strategy;