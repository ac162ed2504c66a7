// Random numbers drawn in the order of the bars.
export default {
  decide(bars) {
    return { target: Array.from({ length: bars.length }, () => (Math.random() < 0.5 ? 1 : 0)) };
  },
} satisfies Strategy;
