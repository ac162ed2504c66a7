import type { Strategy } from "walkforward";

export default {
  name: "10/5 break-out",
  decide(bars, ta) {
    const entryHigh = ta.lag(ta.highest(bars.high, 10), 1);
    const entryLow = ta.lag(ta.lowest(bars.low, 10), 1);
    const exitHigh = ta.lag(ta.highest(bars.high, 5), 1);
    const exitLow = ta.lag(ta.lowest(bars.low, 5), 1);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      const close = bars.close[t];
      if (side > 0 && close < exitLow[t]) side = 0;
      if (side < 0 && close > exitHigh[t]) side = 0;
      if (close > entryHigh[t]) side = 1;
      if (close < entryLow[t]) side = -1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
