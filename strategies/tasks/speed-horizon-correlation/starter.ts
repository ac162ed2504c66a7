import type { Strategy } from "walkforward";

/** Pearson correlation of y with its index over the `length` values up to `last`. */
function correlation(y: Float64Array, last: number, length: number): number {
  const first = last - length + 1;
  let meanX = 0;
  let meanY = 0;
  for (let i = first; i <= last; i++) {
    meanX += i / length;
    meanY += y[i] / length;
  }
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = first; i <= last; i++) {
    xy += (i - meanX) * (y[i] - meanY);
    xx += (i - meanX) * (i - meanX);
    yy += (y[i] - meanY) * (y[i] - meanY);
  }
  return yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

export default {
  name: "correlation with time over every horizon",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const logs = Float64Array.from(bars.close, Math.log);
    for (let t = 218; t < bars.length; t++) {
      let sum = 0;
      for (let length = 20; length <= 219; length++) sum += correlation(logs, t, length);
      target[t] = sum / 200;
    }
    return { target };
  },
} satisfies Strategy;
