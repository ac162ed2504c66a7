import type { Strategy } from "walkforward";

const WINDOW = 60;
const ENTRY = 1.5;
const EXIT = 0.1;

/** Standardises the closes so that the thresholds mean the same in every market. */
function standardise(close: Float64Array): number[] {
  const values = Array.from(close);
  const mean = values.reduce((sum, c) => sum + c, 0) / values.length;
  const variance = values.reduce((sum, c) => sum + (c - mean) * (c - mean), 0) / (values.length - 1);
  const sd = Math.sqrt(variance);
  return values.map((c) => (sd === 0 ? 0 : (c - mean) / sd));
}

export default {
  name: "z-score reversion",
  decide(bars) {
    const z = standardise(bars.close);
    const target = new Float64Array(bars.length);
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      if (t >= WINDOW - 1) {
        if (side > 0 && z[t] > -EXIT) side = 0;
        else if (side < 0 && z[t] < EXIT) side = 0;
        if (side === 0) {
          if (z[t] < -ENTRY) side = 1;
          else if (z[t] > ENTRY) side = -1;
        }
      }
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
