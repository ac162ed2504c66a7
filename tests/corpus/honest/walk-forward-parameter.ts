// Chooses the length that earned most so far, again every 60 bars.
export default {
  decide(bars, ta) {
    const lengths = [10, 20, 40, 80];
    const held = lengths.map((n) => ta.sma(bars.close, n).map((a, t) => (bars.close[t] > a ? 1 : -1)));
    const earned = lengths.map(() => 0);
    const target = new Float64Array(bars.length);
    let chosen = 0;
    for (let t = 1; t < bars.length; t++) {
      const move = Math.log(bars.close[t] / bars.close[t - 1]);
      for (let k = 0; k < lengths.length; k++) earned[k] += held[k][t - 1] * move;
      if (t % 60 === 0) chosen = earned.indexOf(Math.max(...earned));
      target[t] = held[chosen][t];
    }
    return { target };
  },
} satisfies Strategy;
