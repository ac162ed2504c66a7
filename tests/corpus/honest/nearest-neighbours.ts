// Looks for the past patterns most like the last three returns, outcomes known.
export default {
  decide(bars, ta) {
    const r = ta.logReturns(bars.close);
    const target = new Float64Array(bars.length);
    for (let t = 100; t < bars.length; t++) {
      let best = Infinity;
      let side = 0;
      for (let s = t - 90; s < t; s++) {
        const distance = Math.abs(r[s - 1] - r[t]) + Math.abs(r[s - 2] - r[t - 1]);
        if (distance < best) [best, side] = [distance, Math.sign(r[s])];
      }
      target[t] = side;
    }
    return { target };
  },
} satisfies Strategy;
