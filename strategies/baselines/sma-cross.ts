import type { Strategy } from "walkforward";

/** Long while the average of 50 bars is above that of 200, else flat. */
export default {
  name: "sma-cross",
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 50);
    const slow = ta.sma(bars.close, 200);
    // NaN > NaN is false, so it stays flat during the warm-up.
    return { target: fast.map((value, t) => (value > (slow[t] ?? NaN) ? 1 : 0)) };
  },
} satisfies Strategy;
