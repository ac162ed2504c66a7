// must fail: unfaithful — trails by the ATR of the entry bar
import type { Strategy } from "walkforward";

interface Position {
  readonly entryClose: number;
  readonly entryAtr: number;
  peak: number;
  level: number;
  added: boolean;
}

export default {
  name: "Trailing exit, one addition, a pause",
  decide(bars, ta) {
    const atr = ta.atr(bars.high, bars.low, bars.close, 20);
    const highest = ta.highest(bars.high, 55);
    const target = new Float64Array(bars.length);
    let position: Position | null = null;
    let lastExit = -Infinity;
    for (let t = 55; t < bars.length; t++) {
      const close = bars.close[t] as number;
      const range = atr[t] as number;
      if (position === null) {
        const breaksOut = close > (highest[t - 1] as number) && !Number.isNaN(range);
        if (breaksOut && t - lastExit >= 6) {
          position = { entryClose: close, entryAtr: range, peak: close, level: close - 3 * range, added: false };
        }
      } else if ((bars.low[t] as number) <= position.level) {
        position = null;
        lastExit = t;
      } else {
        if (close >= position.entryClose + 1.5 * position.entryAtr) position.added = true;
        position.peak = Math.max(position.peak, close);
        const multiple = close > position.entryClose + 4 * position.entryAtr ? 2.5 : 3;
        position.level = Math.max(position.level, position.peak - multiple * position.entryAtr);
      }
      target[t] = position === null ? 0 : position.added ? 1 : 0.5;
    }
    return { target };
  },
} satisfies Strategy;
