import type { Strategy } from "walkforward";

export default {
  name: "Self-optimising",
  decide(bars, ta) {
    const returns = ta.logReturns(bars.close);
    let best = { profit: -Infinity, lookback: 20, direction: 1 };
    for (const lookback of [5, 10, 20, 40, 80, 160]) {
      const move = ta.momentum(bars.close, lookback);
      for (const direction of [1, -1]) {
        let profit = 0;
        for (let t = lookback; t < bars.length - 1; t++) profit += direction * Math.sign(move[t]) * returns[t + 1];
        if (profit > best.profit) best = { profit, lookback, direction };
      }
    }
    const move = ta.momentum(bars.close, best.lookback);
    return { target: move.map((m) => (Number.isNaN(m) ? 0 : best.direction * Math.sign(m))) };
  },
} satisfies Strategy;