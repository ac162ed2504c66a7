// Turn of the month, by the dates of the bars so far.
export default {
  decide(bars) {
    return {
      target: Array.from(bars.time, (time) => {
        const day = new Date(time).getUTCDate();
        return day <= 3 || day >= 27 ? 1 : 0;
      }),
    };
  },
} satisfies Strategy;
