// Typed arrays and plain loops.
export default {
  decide(bars) {
    const { close, length } = bars;
    const target = new Float64Array(length);
    for (let t = 20; t < length; t++) target[t] = close[t] > close[t - 20] ? 1 : -1;
    return { target };
  },
} satisfies Strategy;
