import type { Strategy } from "walkforward";

export default {
  name: "40-bar channel, exit in the middle",
  decide(bars, ta) {
    const top = ta.lag(ta.highest(bars.high, 40), 1);
    const bottom = ta.lag(ta.lowest(bars.low, 40), 1);
    const near = ta.donchian(bars.high, bars.low, 20).middle;
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 41; t < bars.length; t++) {
      if (side * (bars.close[t] - near[t]) < 0) side = 0;
      if (bars.close[t] > top[t]) side = 1;
      else if (bars.close[t] < bottom[t]) side = -1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;