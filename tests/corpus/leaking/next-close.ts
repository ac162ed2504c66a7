// Looks at the sign of the next close.
export default {
  decide(bars) {
    const { close, length } = bars;
    const target = new Float64Array(length);
    for (let t = 0; t < length - 1; t++) target[t] = close[t + 1] > close[t] ? 1 : -1;
    return { target };
  },
} satisfies Strategy;
