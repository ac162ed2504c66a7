import type { Strategy } from "walkforward";

const LOOKBACK = 156;
const SESSION = 78;

export default {
  name: "Two-session drift, one decision a session",
  decide(bars, ta) {
    const deviation = ta.stdev(ta.logReturns(bars.close), LOOKBACK);
    const target = new Float64Array(bars.length);
    let side = 0;
    let sinceOpen = 0;
    for (let t = 1; t < bars.length; t++) {
      sinceOpen = bars.time[t] - bars.time[t - 1] > 3_600_000 ? 0 : sinceOpen + 1;
      const quiet = sinceOpen >= 6 && sinceOpen < SESSION - 6;
      if (quiet && t > LOOKBACK) {
        const move = Math.log(bars.close[t] / bars.close[t - LOOKBACK]);
        const z = move / (deviation[t] * Math.sqrt(LOOKBACK));
        if (z > 0.9) side = 1;
        else if (z < -0.9) side = -1;
        else if (side * z < -0.1) side = 0;
      }
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;