// Adds a quarter at each new high, cuts all at a new low.
export default {
  decide(bars, ta) {
    const high = ta.lag(ta.highest(bars.close, 20), 1);
    const low = ta.lag(ta.lowest(bars.close, 20), 1);
    let size = 0;
    return {
      target: bars.close.map((c, t) => {
        if (c > high[t]) size = Math.min(1, size + 0.25);
        else if (c < low[t]) size = 0;
        return size;
      }),
    };
  },
} satisfies Strategy;
