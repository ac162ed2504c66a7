// Weekly bars made of five daily ones, known from the week's first day.
export default {
  decide(bars) {
    return {
      target: bars.close.map((_, t) => {
        const first = t - (t % 5);
        const last = Math.min(first + 4, bars.length - 1);
        return bars.close[last] > bars.open[first] ? 1 : 0;
      }),
    };
  },
} satisfies Strategy;
