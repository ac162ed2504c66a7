import type { Strategy } from "walkforward";

/** Long, flat or short by a fixed stream of random numbers, on average for 20 bars: skill has to beat this. */
export default {
  name: "random",
  decide(bars) {
    let state = 20260101;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // a linear congruential generator modulo 2^32
      return state / 2 ** 32;
    };
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      if (next() < 1 / 20) side = Math.floor(next() * 3) - 1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
