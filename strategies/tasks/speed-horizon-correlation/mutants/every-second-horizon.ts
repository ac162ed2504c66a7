// must fail: unfaithful — leaves out every second horizon
import type { Strategy } from "walkforward";

export default {
  name: "Correlation with time, horizons grown bar by bar",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const logs = Float64Array.from(bars.close, Math.log);
    for (let t = 218; t < bars.length; t++) {
      const now = logs[t] as number;
      let sum = 0;
      let sy = 0;
      let syy = 0;
      let sky = 0;
      // One bar further back at each step: k is the age of the bar, y its level against the current one.
      for (let k = 0; k < 219; k++) {
        const y = (logs[t - k] as number) - now;
        sy += y;
        syy += y * y;
        sky += k * y;
        const n = k + 1;
        if (n < 20 || n % 2 === 1) continue;
        const yy = syy - (sy * sy) / n;
        const ky = sky - (sy * k) / 2;
        const kk = (n * (n * n - 1)) / 12;
        if (yy > 0) sum -= ky / Math.sqrt(kk * yy);
      }
      target[t] = sum / 100;
    }
    return { target };
  },
} satisfies Strategy;
