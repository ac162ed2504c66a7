import type { Strategy } from "walkforward";

const window = 201;

/** Index of the first of the `count` ascending values that is not below x. */
function findSlot(sorted: Float64Array, count: number, x: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

export default {
  name: "Rolling quartiles of a sorted window",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const sorted = new Float64Array(window + 1);
    let count = 0;
    let side = 0;
    for (let t = 0; t < bars.length; t++) {
      const close = bars.close[t] as number;
      if (count === window) {
        const gone = findSlot(sorted, count, bars.close[t - window] as number);
        sorted.copyWithin(gone, gone + 1, count);
        count--;
      }
      const slot = findSlot(sorted, count, close);
      sorted.copyWithin(slot + 1, slot, count);
      sorted[slot] = close;
      count++;
      if (count < window) continue;
      const median = sorted[100] as number;
      if (close > (sorted[150] as number)) side = 1;
      else if (close < (sorted[50] as number)) side = -1;
      else if ((side === 1 && close < median) || (side === -1 && close > median)) side = 0;
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
