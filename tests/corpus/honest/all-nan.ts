// Keeps what it has: nothing.
export default {
  decide(bars) {
    return { target: new Float64Array(bars.length).fill(Number.NaN) };
  },
} satisfies Strategy;
