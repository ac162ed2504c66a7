// must fail: mandate-breach — goes short where the mandate is long-only
import type { Strategy } from "walkforward";

export default {
  name: "long and short",
  decide(bars, ta) {
    const slow = ta.sma(bars.close, 100);
    return { target: Float64Array.from(bars.close, (close, t) => (close > slow[t] ? 1 : -1)) };
  },
} satisfies Strategy;
