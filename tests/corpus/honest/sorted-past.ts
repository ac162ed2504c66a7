// Sorts the past, not the future.
export default {
  decide(bars) {
    const past: number[] = [];
    return {
      target: bars.close.map((c) => {
        let at = 0;
        let end = past.length;
        while (at < end) {
          const middle = (at + end) >> 1;
          if (past[middle] < c) at = middle + 1;
          else end = middle;
        }
        past.splice(at, 0, c);
        return at < past.length / 4 ? 1 : 0;
      }),
    };
  },
} satisfies Strategy;
