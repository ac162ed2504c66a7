import type { Strategy } from "walkforward";

export default {
  name: "50-day reversion",
  decide(bars, ta) {
    const z = ta.zscore(bars.close, 50);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 49; t < bars.length; t++) {
      if (Math.abs(z[t]) > 3.5 || side * z[t] > -0.25) side = 0;
      if (side === 0 && Math.abs(z[t]) > 1.5 && Math.abs(z[t]) < 3) side = -Math.sign(z[t]);
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;