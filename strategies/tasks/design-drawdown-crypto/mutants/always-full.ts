// must fail: mandate-breach — holds the coin whole through the crash
import type { Strategy } from "walkforward";

export default {
  name: "always full",
  decide(bars) {
    return { target: new Float64Array(bars.length).fill(1) };
  },
} satisfies Strategy;
