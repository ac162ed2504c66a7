// Averages out of running sums.
export default {
  decide(bars) {
    const sums = new Float64Array(bars.length + 1);
    for (let t = 0; t < bars.length; t++) sums[t + 1] = sums[t] + bars.close[t];
    const average = (t: number, n: number): number => (sums[t + 1] - sums[t + 1 - n]) / n;
    return { target: bars.close.map((_, t) => (t < 100 ? 0 : average(t, 20) > average(t, 100) ? 1 : -1)) };
  },
} satisfies Strategy;
