import type { Strategy } from "walkforward";

/** Long above the highest high of the 55 bars before, short below their lowest low, flat again at the 20-bar channel. */
export default {
  name: "donchian-breakout",
  decide(bars, ta) {
    const entry = ta.donchian(bars.high, bars.low, 55);
    const exit = ta.donchian(bars.high, bars.low, 20);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 1; t < bars.length; t++) {
      const close = bars.close[t];
      if (side > 0 && close < exit.lower[t - 1]) side = 0;
      if (side < 0 && close > exit.upper[t - 1]) side = 0;
      if (close > entry.upper[t - 1]) side = 1;
      if (close < entry.lower[t - 1]) side = -1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
