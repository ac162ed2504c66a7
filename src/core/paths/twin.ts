import type { Bars } from "../bars.ts";
import type { Random } from "../random.ts";
import { type BarGroups, barGroups } from "./bar-groups.ts";

/** Least mean length of a block, in bars: about a month of days, so that bursts of volatility survive the cutting. */
export const leastBlockBars = 20;

/** A market ready to be resampled. */
export interface TwinSource {
  readonly bars: Bars;
  /** Mean length of a block: 20 bars, or one session where a session has more. */
  readonly blockBars: number;
  /** Which bars may stand where. */
  readonly groups: BarGroups;
}

/** Prepares a market of at least two bars. */
export function twinSource(bars: Bars): TwinSource {
  const groups = barGroups(bars.time);
  return { bars, blockBars: Math.max(leastBlockBars, groups.timesOfDay), groups };
}

/**
 * Which bar of the source stands at each bar of a twin: the stationary bootstrap of Politis and Romano (1994), blocks of
 * geometric length that start anywhere and wrap around. A block starts on a bar of the group that its place wants (the time of
 * day, after a break or not), and ends early where the groups part (a short session), so that intraday seasons and overnight gaps
 * keep their place.
 */
export function drawBlocks(source: TwinSource, time: Float64Array, random: Random): Int32Array {
  const { bars, blockBars, groups } = source;
  const picks = new Int32Array(time.length);
  let at = 0;
  for (let t = 0; t < time.length; t++) {
    const group = groups.groupAt(time, t);
    at = at + 1 < bars.length ? at + 1 : 1;
    const ends = t === 0 || random.next() * blockBars < 1 || (groups.of[at] as number) !== group;
    if (ends) {
      const members = groups.members[group];
      at = members === undefined ? 1 + random.int(bars.length - 1) : (members[random.int(members.length)] as number);
    }
    picks[t] = at;
  }
  return picks;
}

/** Columns for `length` bars, times and bars per year as in `bars` from `start` on. */
export function emptyBars(bars: Bars, start: number, length: number): Bars {
  return {
    length,
    time: bars.time.slice(start, start + length),
    open: new Float64Array(length),
    high: new Float64Array(length),
    low: new Float64Array(length),
    close: new Float64Array(length),
    volume: new Float64Array(length),
    barsPerYear: bars.barsPerYear,
  };
}

/**
 * A market that might have been: bars of the source in another order, each with its gap from the close before, its shape and
 * its volume. Times are those of the source's bars `start` … `start + length − 1`; the close before the first bar is 1.
 */
export function drawTwin(source: TwinSource, start: number, length: number, random: Random): Bars {
  const { bars } = source;
  const twin = emptyBars(bars, start, length);
  const picks = drawBlocks(source, twin.time, random);
  let previous = 1;
  for (let t = 0; t < length; t++) {
    const i = picks[t] as number;
    const scale = previous / (bars.close[i - 1] as number);
    twin.open[t] = (bars.open[i] as number) * scale;
    twin.high[t] = (bars.high[i] as number) * scale;
    twin.low[t] = (bars.low[i] as number) * scale;
    twin.close[t] = (bars.close[i] as number) * scale;
    twin.volume[t] = bars.volume[i] as number;
    previous = twin.close[t] as number;
  }
  return twin;
}
