import type { Strategy } from "walkforward";

export default {
  name: "RSI(2) fade",
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 2);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      if (rsi[t] < 10) side = 1;
      else if (rsi[t] > 90) side = -1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
