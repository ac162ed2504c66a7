// must fail: unfaithful — enters again on the bar of an exit
import type { Strategy } from "walkforward";

export default {
  name: "Pull-backs in a rising share",
  decide(bars, ta) {
    const rsi = ta.rsi(bars.close, 14);
    const trend = ta.sma(bars.close, 100);
    const target = new Float64Array(bars.length);
    let entry = -1;
    for (let t = 0; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const r = rsi[t] as number;
      const level = trend[t] as number;
      if (entry >= 0 && (r > 60 || t - entry >= 12 || close < level)) entry = -1;
      if (entry < 0 && r < 45 && close > level) entry = t;
      target[t] = entry < 0 ? 0 : 1;
    }
    return { target };
  },
} satisfies Strategy;
