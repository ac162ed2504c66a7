import type { Strategy } from "walkforward";

/** Buys at the second open and never sells. */
export default {
  name: "buy-and-hold",
  decide(bars) {
    return { target: new Float64Array(bars.length).fill(1) };
  },
} satisfies Strategy;
