// Looks ahead on the last bar of a session, and only where there are sessions.
export default {
  decide(bars) {
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      const opens = new Date(bars.time[t]);
      const isLast = opens.getUTCHours() === 20 && opens.getUTCMinutes() === 55;
      target[t] = isLast && bars.open[t + 1] > bars.close[t] ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
