// On-balance volume against its average.
export default {
  decide(bars, ta) {
    const obv = ta.obv(bars.close, bars.volume);
    const average = ta.ema(obv, 20);
    return { target: obv.map((x, t) => (x > average[t] ? 1 : 0)) };
  },
} satisfies Strategy;
