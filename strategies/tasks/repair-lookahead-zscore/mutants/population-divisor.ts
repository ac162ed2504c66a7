// must fail: unfaithful — divisor 60 instead of 59
import type { Strategy } from "walkforward";

const window = 60;

export default {
  name: "Reversion on a z-score",
  decide(bars) {
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = window - 1; t < bars.length; t++) {
      let sum = 0;
      for (let i = t - window + 1; i <= t; i++) sum += bars.close[i] as number;
      const mean = sum / window;
      let squares = 0;
      for (let i = t - window + 1; i <= t; i++) squares += ((bars.close[i] as number) - mean) ** 2;
      const sd = Math.sqrt(squares / window);
      const z = sd === 0 ? 0 : ((bars.close[t] as number) - mean) / sd;
      if (side > 0 && z > -0.1) side = 0;
      else if (side < 0 && z < 0.1) side = 0;
      if (side === 0 && z < -1.5) side = 1;
      else if (side === 0 && z > 1.5) side = -1;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
