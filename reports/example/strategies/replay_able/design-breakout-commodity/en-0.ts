import type { Strategy } from "walkforward";

export default {
  name: "Quarterly channel, early failure exit",
  decide(bars, ta) {
    const top = ta.lag(ta.highest(bars.high, 60), 1);
    const bottom = ta.lag(ta.lowest(bars.low, 60), 1);
    const exitTop = ta.lag(ta.highest(bars.high, 30), 1);
    const exitBottom = ta.lag(ta.lowest(bars.low, 30), 1);
    const atr = ta.atr(bars.high, bars.low, bars.close, 30);
    const target = new Float64Array(bars.length);
    let side = 0;
    let size = 0;
    let entry = 0;
    let failureLevel = 0;
    for (let t = 61; t < bars.length; t++) {
      const close = bars.close[t];
      if (side !== 0) {
        const young = t - entry <= 8;
        const failed = young && side * (close - failureLevel) < 0;
        const over = side > 0 ? close < exitBottom[t] : close > exitTop[t];
        if (failed || over) side = 0;
      } else if (close > top[t] || close < bottom[t]) {
        side = close > top[t] ? 1 : -1;
        entry = t;
        failureLevel = (top[t] + bottom[t]) / 2;
        const yearly = (atr[t] / close) * Math.sqrt(bars.barsPerYear) * 0.8;
        size = Math.min(1, 0.25 / yearly);
      }
      target[t] = side * size;
    }
    return { target };
  },
} satisfies Strategy;