import type { Bars } from "../../bars.ts";

/** Several instruments on one axis of time. */
export interface AlignedMarkets {
  /** Bars of the axis: one for each time at which an instrument has a bar. */
  readonly length: number;
  /** [length] Opening times, milliseconds UTC, strictly increasing. */
  readonly time: Float64Array;
  /** Bars of the axis in one year. */
  readonly barsPerYear: number;
  /**
   * The instruments on the axis. Where one has no bar it shows its last close in all four prices, and volume 0; before its
   * first bar prices and volume are NaN.
   */
  readonly markets: readonly Bars[];
  /** The instruments as they were given. */
  readonly own: readonly Bars[];
  /** [length] for each instrument: which bar of its own stands at each bar of the axis; −1 = none. */
  readonly ownBar: readonly Int32Array[];
}

/**
 * Brings instruments onto one axis: the outer join of their times. One instrument alone stays as it is.
 *
 * Bars per year of the axis are those of the instrument with the most bars, times bars of the axis for each bar of its own.
 *
 * @throws RangeError without a market, and for times that do not increase; says where.
 * @example
 * import { alignMarkets, createBars } from "walkforward";
 * const a = createBars({ time: [0, 1, 2], close: [10, 11, 12] });
 * const b = createBars({ time: [0, 2, 3], close: [5, 6, 7] });
 * const { time, markets } = alignMarkets([a, b]);
 * console.log(time, markets[1]?.close); // Float64Array(4) [ 0, 1, 2, 3 ] Float64Array(4) [ 5, 5, 6, 7 ]
 */
export function alignMarkets(markets: readonly Bars[]): AlignedMarkets {
  if (markets.length === 0) throw new RangeError("no market is given: a portfolio has at least one");
  markets.forEach(checkTimes);
  const time = Float64Array.from(new Set(markets.flatMap((bars) => Array.from(bars.time)))).sort();
  const ownBar = markets.map((bars) => placesOf(bars, time));
  const barsPerYear = barsPerYearOf(markets, ownBar);
  const aligned = markets.map((bars, i) => onAxis(bars, time, ownBar[i] as Int32Array, barsPerYear));
  return { length: time.length, time, barsPerYear, markets: aligned, own: markets, ownBar };
}

function checkTimes({ time, length }: Bars, market: number): void {
  if (time.length !== length)
    throw new RangeError(`market ${market}: time has ${time.length} values for ${length} bars`);
  for (let t = 0; t < length; t++) {
    const before = t > 0 ? (time[t - 1] as number) : Number.NEGATIVE_INFINITY;
    if (!((time[t] as number) > before)) {
      throw new RangeError(`market ${market}: time[${t}] is ${time[t]}: it must be above the one before, ${before}`);
    }
  }
}

function placesOf(bars: Bars, time: Float64Array): Int32Array {
  const places = new Int32Array(time.length).fill(-1);
  let own = 0;
  for (let t = 0; t < time.length && own < bars.length; t++) if (time[t] === bars.time[own]) places[t] = own++;
  return places;
}

function barsPerYearOf(markets: readonly Bars[], ownBar: readonly Int32Array[]): number {
  const most = markets.reduce((length, bars) => Math.max(length, bars.length), 0);
  let perYear = 0;
  markets.forEach(({ length, barsPerYear }, i) => {
    if (length !== most) return;
    const places = ownBar[i] as Int32Array;
    const span = places.lastIndexOf(length - 1) - places.indexOf(0) + 1;
    perYear = Math.max(perYear, length === 0 ? barsPerYear : barsPerYear * (span / length));
  });
  return perYear;
}

function onAxis(bars: Bars, time: Float64Array, places: Int32Array, barsPerYear: number): Bars {
  if (bars.length === time.length) return { ...bars, barsPerYear };
  const n = time.length;
  const empty = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  const on = { open: empty(), high: empty(), low: empty(), close: empty(), volume: empty() };
  let last = -1;
  for (let t = 0; t < n; t++) {
    const own = places[t] as number;
    const trades = own >= 0;
    if (trades) last = own;
    if (last < 0) continue;
    const close = bars.close[last] as number;
    on.open[t] = trades ? (bars.open[own] as number) : close;
    on.high[t] = trades ? (bars.high[own] as number) : close;
    on.low[t] = trades ? (bars.low[own] as number) : close;
    on.close[t] = close;
    on.volume[t] = trades ? (bars.volume[own] as number) : 0;
  }
  return { length: n, time, ...on, barsPerYear };
}
