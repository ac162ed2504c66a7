// must fail: look-ahead — smooths the close with the bars on both sides
import type { Strategy } from "walkforward";

export default {
  name: "centred averages",
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 11);
    const slow = ta.sma(bars.close, 61);
    const last = bars.length - 1;
    return {
      target: Float64Array.from(bars.close, (_, t) =>
        fast[Math.min(t + 5, last)] > slow[Math.min(t + 30, last)] ? 1 : -1,
      ),
    };
  },
} satisfies Strategy;
