// A centred average, used only when all of it is known.
export default {
  decide(bars) {
    const half = 5;
    const target = new Float64Array(bars.length);
    for (let t = 2 * half; t < bars.length; t++) {
      let sum = 0;
      for (let k = -half; k <= half; k++) sum += bars.close[t - half + k];
      target[t] = bars.close[t] > sum / (2 * half + 1) ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
