import type { Bars } from "../bars.ts";

/** The plain facts of a market. */
export interface BarsSummary {
  readonly bars: number;
  /** Times of the first and last bar, milliseconds UTC. */
  readonly first: number;
  readonly last: number;
  readonly barsPerYear: number;
  /** sd (ddof 1) of log returns times √(bars per year); null with fewer than three bars. */
  readonly volatilityPerYear: number | null;
  /** Largest move from close to close, a fraction with its sign, and the bar it ends at; null with fewer than two bars. */
  readonly largestMove: { readonly value: number; readonly bar: number } | null;
  /** Longest time between two bars, milliseconds, and the bar it ends at; null with fewer than two bars. */
  readonly longestGap: { readonly ms: number; readonly bar: number } | null;
  /** Bars with high = low. */
  readonly flatBars: number;
  /** Bars without a known volume, 0 among them. */
  readonly unknownVolume: number;
}

/** The plain facts of a market of at least one bar, in one pass. */
export function summariseBars(bars: Bars): BarsSummary {
  let flatBars = 0;
  let unknownVolume = 0;
  let largest = 0;
  let largestBar = 0;
  let gapMs = 0;
  let gapBar = 0;
  // Welford: mean and sum of squares of the log returns.
  let mean = 0;
  let squares = 0;
  for (let t = 0; t < bars.length; t++) {
    if (bars.high[t] === bars.low[t]) flatBars += 1;
    if (!((bars.volume[t] as number) > 0)) unknownVolume += 1;
    if (t === 0) continue;
    const ratio = (bars.close[t] as number) / (bars.close[t - 1] as number);
    if (t === 1 || Math.abs(ratio - 1) > Math.abs(largest)) {
      largest = ratio - 1;
      largestBar = t;
    }
    const step = (bars.time[t] as number) - (bars.time[t - 1] as number);
    if (step > gapMs) {
      gapMs = step;
      gapBar = t;
    }
    const off = Math.log(ratio) - mean;
    mean += off / t;
    squares += off * (Math.log(ratio) - mean);
  }
  const moves = bars.length - 1;
  return {
    bars: bars.length,
    first: bars.time[0] as number,
    last: bars.time[moves] as number,
    barsPerYear: bars.barsPerYear,
    volatilityPerYear: moves < 2 ? null : Math.sqrt((squares / (moves - 1)) * bars.barsPerYear),
    largestMove: moves < 1 ? null : { value: largest, bar: largestBar },
    longestGap: moves < 1 ? null : { ms: gapMs, bar: gapBar },
    flatBars,
    unknownVolume,
  };
}
