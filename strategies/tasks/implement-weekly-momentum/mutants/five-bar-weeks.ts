// must fail: unfaithful — counts five bars as a week
import type { Strategy } from "walkforward";

/** Mondays open a week: day 0, 1970-01-01, was a Thursday. */
function weekOf(time: number): number {
  return Math.floor((Math.floor(time / 86400000) + 3) / 7);
}

/** Sample standard deviation of the last 26 weekly log returns. */
function weeklyDeviation(closes: readonly number[]): number {
  const n = 26;
  const returns: number[] = [];
  for (let i = closes.length - n; i < closes.length; i++) {
    returns.push(Math.log((closes[i] as number) / (closes[i - 1] as number)));
  }
  const mean = returns.reduce((sum, r) => sum + r, 0) / n;
  return Math.sqrt(returns.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (n - 1));
}

export default {
  name: "Weekly momentum on daily bars",
  decide(bars) {
    const target = new Float64Array(bars.length);
    const closes: number[] = [];
    let state = 0;
    let anchor = NaN;
    let deviation = NaN;
    for (let t = 1; t < bars.length; t++) {
      const opens = t % 5 === 0;
      const close = bars.close[t] as number;
      if (opens) closes.push(bars.close[t - 1] as number);
      if (opens && closes.length > 26) {
        anchor = closes[closes.length - 1] as number;
        deviation = weeklyDeviation(closes);
        const change = Math.log(anchor / (closes[closes.length - 14] as number));
        const z = deviation === 0 ? 0 : change / (deviation * Math.sqrt(13));
        if (z > 0.6) state = 1;
        else if (z < -0.6) state = -1;
        else if (Math.abs(z) < 0.2) state = 0;
      } else if (!opens) {
        const falls = close < anchor * (1 - 1.5 * deviation);
        const rises = close > anchor * (1 + 1.5 * deviation);
        if ((state > 0 && falls) || (state < 0 && rises)) state = 0;
      }
      target[t] = state;
    }
    return { target };
  },
} satisfies Strategy;
