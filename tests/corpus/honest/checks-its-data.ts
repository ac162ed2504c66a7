// Throws on bars that no market would have.
export default {
  decide(bars, ta) {
    for (let t = 1; t < bars.length; t++) {
      if (Math.abs(bars.close[t] / bars.close[t - 1] - 1) > 0.35) throw new Error(`bad bar ${t}`);
    }
    const average = ta.wma(bars.close, 25);
    return { target: bars.close.map((c, t) => (c > average[t] ? 1 : 0)) };
  },
} satisfies Strategy;
