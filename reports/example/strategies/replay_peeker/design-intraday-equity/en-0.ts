import type { Strategy } from "walkforward";

const DAY = 86_400_000;

export default {
  name: "Daily candle direction",
  decide(bars) {
    const candles = new Map<number, { open: number; close: number }>();
    for (let t = 0; t < bars.length; t++) {
      const day = Math.floor(bars.time[t] / DAY);
      const candle = candles.get(day);
      if (candle) candle.close = bars.close[t];
      else candles.set(day, { open: bars.open[t], close: bars.close[t] });
    }
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      const candle = candles.get(Math.floor(bars.time[t] / DAY));
      if (candle) target[t] = candle.close > candle.open ? 1 : -1;
    }
    return { target };
  },
} satisfies Strategy;