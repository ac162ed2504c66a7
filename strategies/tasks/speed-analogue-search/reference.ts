import type { Strategy } from "walkforward";

export default {
  name: "Nearest patterns of the past, distances carried along",
  decide(bars) {
    const n = bars.length;
    const r = new Float64Array(n);
    for (let t = 1; t < n; t++) r[t] = Math.log((bars.close[t] as number) / (bars.close[t - 1] as number));
    const best = new Float64Array(5 * n).fill(Infinity);
    const sign = new Float64Array(5 * n);
    // The distance of bars t and t - lag follows from that of the bars before: one term enters, one leaves.
    for (let lag = 30; lag <= n - 31; lag++) {
      let squares = 0;
      for (let i = lag + 1; i < n; i++) {
        const enters = (r[i] as number) - (r[i - lag] as number);
        squares += enters * enters;
        const first = i - 30;
        if (first > lag) {
          const leaves = (r[first] as number) - (r[first - lag] as number);
          squares -= leaves * leaves;
        }
        if (first < lag) continue;
        const distance = Math.round(1e9 * squares);
        const base = 5 * i;
        if (distance >= (best[base + 4] as number)) continue;
        let place = base + 4;
        while (place > base && distance < (best[place - 1] as number)) {
          best[place] = best[place - 1] as number;
          sign[place] = sign[place - 1] as number;
          place--;
        }
        best[place] = distance;
        sign[place] = Math.sign(r[i - lag + 1] as number);
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
