// Pivots acted upon when they are confirmed, five bars later.
export default {
  decide(bars) {
    const target = new Float64Array(bars.length).fill(NaN);
    for (let t = 10; t < bars.length; t++) {
      const pivot = t - 5;
      const near = bars.low.subarray(t - 10, t + 1);
      if (bars.low[pivot] === Math.min(...near)) target[t] = 1;
      if (bars.high[pivot] === Math.max(...bars.high.subarray(t - 10, t + 1))) target[t] = 0;
    }
    return { target };
  },
} satisfies Strategy;
