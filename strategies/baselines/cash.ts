import type { Strategy } from "walkforward";

/** Never trades: what every strategy is measured against. */
export default {
  name: "cash",
  decide(bars) {
    return { target: new Float64Array(bars.length) };
  },
} satisfies Strategy;
