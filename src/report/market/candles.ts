import type { Bars } from "../../core/bars.ts";

/** Columns of candles, oldest first. */
export interface Candles {
  /** Bars in each but the last, which may have fewer. */
  readonly barsEach: number;
  /** Of the bar in the middle, milliseconds UTC. */
  readonly time: readonly number[];
  readonly open: readonly number[];
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly close: readonly number[];
  /** Mean of the volumes that are known; NaN where none is. */
  readonly volume: readonly number[];
}

/** At most `most` candles, each of the same number of bars: first open, highest high, lowest low, last close. */
export function candlesOf(bars: Bars, most: number): Candles {
  const barsEach = Math.max(1, Math.ceil(bars.length / most));
  const candles = {
    time: [] as number[],
    open: [] as number[],
    high: [] as number[],
    low: [] as number[],
    close: [] as number[],
    volume: [] as number[],
  };
  for (let from = 0; from < bars.length; from += barsEach) {
    const to = Math.min(bars.length, from + barsEach);
    let high = 0;
    let low = Number.POSITIVE_INFINITY;
    let sum = 0;
    let known = 0;
    for (let t = from; t < to; t++) {
      high = Math.max(high, bars.high[t] as number);
      low = Math.min(low, bars.low[t] as number);
      if (!((bars.volume[t] as number) >= 0)) continue;
      sum += bars.volume[t] as number;
      known += 1;
    }
    candles.time.push(bars.time[(from + to - 1) >> 1] as number);
    candles.open.push(bars.open[from] as number);
    candles.high.push(high);
    candles.low.push(low);
    candles.close.push(bars.close[to - 1] as number);
    candles.volume.push(sum / known);
  }
  return { barsEach, ...candles };
}
