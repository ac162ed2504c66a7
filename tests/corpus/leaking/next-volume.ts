// Long when the next bar's volume is larger.
export default {
  decide(bars) {
    const { volume, length } = bars;
    const target = new Float64Array(length);
    for (let t = 0; t + 1 < length; t++) target[t] = volume[t + 1] > 1.3 * volume[t] ? 1 : 0;
    return { target };
  },
} satisfies Strategy;
