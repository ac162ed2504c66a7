import type { Strategy } from "walkforward";

const ENTRY = 30;
const EXIT = 10;
const MIN_HOLD = 5;

function highest(x: Float64Array, from: number, to: number): number {
  let best = -Infinity;
  for (let i = from; i <= to; i++) best = Math.max(best, x[i]);
  return best;
}

function lowest(x: Float64Array, from: number, to: number): number {
  let best = Infinity;
  for (let i = from; i <= to; i++) best = Math.min(best, x[i]);
  return best;
}

export default {
  name: "range break-out",
  decide(bars) {
    const target = new Float64Array(bars.length);
    let side = 0;
    let age = 0;
    for (let t = ENTRY; t < bars.length; t++) {
      const upper = highest(bars.high, t - ENTRY, t);
      const lower = lowest(bars.low, t - ENTRY, t);
      const middle = (highest(bars.high, t - EXIT, t) + lowest(bars.low, t - EXIT, t)) / 2;
      if (side !== 0) {
        age++;
        const gone = side > 0 ? bars.close[t] < middle : bars.close[t] > middle;
        if (gone && age > MIN_HOLD) {
          side = 0;
          age = 0;
        }
      }
      if (side === 0) {
        if (bars.close[t] >= upper) side = 1;
        else if (bars.close[t] <= lower) side = -1;
      }
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
