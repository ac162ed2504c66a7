// Buys on the very bar of a pivot that only the next five bars confirm.
export default {
  decide(bars) {
    const { low, high, length } = bars;
    const target = new Float64Array(length).fill(NaN);
    for (let t = 5; t < length - 5; t++) {
      const near = Array.from({ length: 11 }, (_, k) => t - 5 + k);
      if (near.every((k) => low[t] <= low[k])) target[t] = 1;
      else if (near.every((k) => high[t] >= high[k])) target[t] = -1;
    }
    return { target };
  },
} satisfies Strategy;
