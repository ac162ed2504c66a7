import type { Strategy } from "walkforward";

export default {
  name: "Fade the swing, leave at home",
  decide(bars, ta) {
    const z = ta.zscore(bars.close, 100);
    const target = new Float64Array(bars.length);
    let held = 0;
    let waiting = false;
    for (let t = 99; t < bars.length; t++) {
      const far = Math.abs(z[t]);
      const against = -Math.sign(z[t]);
      if (waiting) waiting = far > 1;
      if (far > 3.2) {
        held = 0;
        waiting = true;
      } else if (held !== 0 && held * z[t] > 0) {
        held = 0;
      } else if (!waiting && far > 2) {
        held = against;
      } else if (!waiting && far > 1.3 && held === 0) {
        held = 0.5 * against;
      }
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;