import type { Strategy } from "walkforward";

export default {
  name: "rolling quartiles, sorted anew at every bar",
  decide(bars) {
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 200; t < bars.length; t++) {
      const sorted = Array.from(bars.close.slice(t - 200, t + 1)).sort((a, b) => a - b);
      const lower = sorted[50];
      const median = sorted[100];
      const upper = sorted[150];
      const close = bars.close[t];
      if (close > upper) side = 1;
      else if (close < lower) side = -1;
      else if ((side === 1 && close < median) || (side === -1 && close > median)) side = 0;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
