// Random positions whose seed is the last price.
export default {
  decide(bars) {
    let state = Math.floor(bars.close[bars.length - 1] * 1e6) >>> 0;
    return {
      target: bars.close.map(() => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 31 - 1;
      }),
    };
  },
} satisfies Strategy;
