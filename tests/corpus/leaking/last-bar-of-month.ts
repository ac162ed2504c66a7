// Knows that a month ends by the time of a bar that has not come; a holiday may still fall on the last weekday.
export default {
  decide(bars) {
    const month = (t: number): number => new Date(bars.time[t]).getUTCMonth();
    const target = new Float64Array(bars.length);
    for (let t = 0; t + 1 < bars.length; t++) target[t] = month(t + 1) === month(t) ? 0 : 1;
    return { target };
  },
} satisfies Strategy;
