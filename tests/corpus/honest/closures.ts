// Functions that remember.
const smoother = (weight: number): ((x: number) => number) => {
  let value: number | undefined;
  return (x) => (value = value === undefined ? x : value + weight * (x - value));
};
export default {
  decide(bars) {
    const fast = smoother(0.3);
    const slow = smoother(0.05);
    return { target: Array.from(bars.close, (c) => Math.sign(fast(c) - slow(c))) };
  },
} satisfies Strategy;
