import type { Strategy } from "walkforward";

/** Pearson correlation of two lists of equal length. */
function correlation(x: number[], y: number[]): number {
  const n = x.length;
  const meanX = x.reduce((sum, v) => sum + v, 0) / n;
  const meanY = y.reduce((sum, v) => sum + v, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    xy += (x[i] - meanX) * (y[i] - meanY);
    xx += (x[i] - meanX) * (x[i] - meanX);
    yy += (y[i] - meanY) * (y[i] - meanY);
  }
  return yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

export default {
  name: "correlation with time over every horizon",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const logs = Array.from(bars.close, (close) => Math.log(close));
    const numbers = logs.map((_, t) => t);
    for (let t = 218; t < bars.length; t++) {
      let sum = 0;
      for (let length = 20; length <= 219; length++) {
        sum += correlation(numbers.slice(t - length + 1, t + 1), logs.slice(t - length + 1, t + 1));
      }
      target[t] = sum / 200;
    }
    return { target };
  },
} satisfies Strategy;
