import type { Strategy } from "walkforward";

/** Puts a distance among the five ascending ones from `base` on; the sixth falls out. */
function insert(best: Float64Array, sign: Float64Array, base: number, distance: number, direction: number): void {
  let place = base + 4;
  while (place > base && distance < (best[place - 1] as number)) {
    best[place] = best[place - 1] as number;
    sign[place] = sign[place - 1] as number;
    place--;
  }
  best[place] = distance;
  sign[place] = direction;
}

export default {
  name: "Nearest patterns of the past, distances carried along",
  decide(bars) {
    const n = bars.length;
    const r = new Float64Array(n);
    for (let t = 1; t < n; t++) r[t] = Math.log((bars.close[t] as number) / (bars.close[t - 1] as number));
    // The five nearest of each bar, nearest first, and the distance that the next one must undercut.
    const best = new Float64Array(5 * n).fill(Infinity);
    const sign = new Float64Array(5 * n);
    const worst = new Float64Array(n).fill(Infinity);
    // The distance of bars t and t - lag follows from that of the bars before: one term enters, one leaves.
    for (let lag = 30; lag <= n - 31; lag++) {
      let squares = 0;
      for (let i = lag + 1; i < lag + 30; i++) squares += ((r[i] as number) - (r[i - lag] as number)) ** 2;
      for (let i = lag + 30; i < n; i++) {
        const enters = (r[i] as number) - (r[i - lag] as number);
        squares += enters * enters;
        // Math.round(x) < k exactly where x < k - 0.5.
        if (1e9 * squares < (worst[i] as number) - 0.5) {
          insert(best, sign, 5 * i, Math.round(1e9 * squares), Math.sign(r[i - lag + 1] as number));
          worst[i] = best[5 * i + 4] as number;
        }
        const leaves = (r[i - 29] as number) - (r[i - 29 - lag] as number);
        squares -= leaves * leaves;
      }
    }
    const target = new Float64Array(n);
    for (let t = 60; t < n; t++) {
      let sum = 0;
      for (let k = 5 * t; k < 5 * t + 5; k++) sum += sign[k] as number;
      target[t] = sum / 5;
    }
    return { target };
  },
} satisfies Strategy;
