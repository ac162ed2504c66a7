// Weekly bars, used once they are complete.
const week = (time: number): number => Math.floor((time / 86_400_000 + 3) / 7);
export default {
  decide(bars) {
    const weekly: number[] = [];
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      if (t > 0 && week(bars.time[t]) !== week(bars.time[t - 1])) weekly.push(bars.close[t - 1]);
      const now = weekly.at(-1);
      const before = weekly.at(-5);
      target[t] = now !== undefined && before !== undefined && now > before ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
