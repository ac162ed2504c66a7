// A local level filtered forward.
export default {
  decide(bars) {
    let level = Math.log(bars.close[0]);
    let variance = 1;
    return {
      target: bars.close.map((c) => {
        variance += 1e-4;
        const gain = variance / (variance + 1e-3);
        const surprise = Math.log(c) - level;
        level += gain * surprise;
        variance *= 1 - gain;
        return surprise > 0 ? 1 : -1;
      }),
    };
  },
} satisfies Strategy;
