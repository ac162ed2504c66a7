import type { Strategy } from "walkforward";

/** Where home is, from the last 60 closes. */
const window = 60;
/** Sizes move in thirds, so that small wobbles cost nothing. */
const step = 1 / 3;

export default {
  name: "Against the excursion, in thirds",
  decide(bars, ta) {
    const z = ta.zscore(bars.close, window);
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const excursion = z[t] as number;
      if (!Number.isNaN(excursion)) {
        const wanted = Math.max(-1, Math.min(1, -excursion / 2));
        if (Math.abs(wanted - held) > 1.5 * step) held = Math.round(wanted / step) * step;
      }
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
