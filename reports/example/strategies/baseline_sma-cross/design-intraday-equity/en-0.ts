import type { Strategy } from "walkforward";

/** Long while the average of 50 bars is above that of 200, else flat. */
export default {
  name: "sma-cross",
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 50);
    const slow = ta.sma(bars.close, 200);
    // A comparison with NaN is false: flat during the warm-up.
    return { target: fast.map((value, t) => (value > slow[t] ? 1 : 0)) };
  },
} satisfies Strategy;