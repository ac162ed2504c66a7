import type { Bars } from "../bars.ts";
import type { Random } from "../random.ts";
import type { Walk } from "./bar-walk.ts";
import type { MarketSpec } from "./market-spec.ts";

/** Columns for bars of these times, still 0. */
export function emptyMarket(time: Float64Array, barsPerYear: number): Bars {
  const column = (): Float64Array => new Float64Array(time.length);
  const prices = { open: column(), high: column(), low: column(), close: column() };
  return { length: time.length, time, ...prices, volume: column(), barsPerYear };
}

/**
 * Rounds to the nearest multiple of the tick, at least one tick, without the digits of binary fractions. A grid of prices is what
 * exchanges quote (Gottlieb and Kalay, 1985, on what it does to measured volatility).
 */
export function tickRounder(tickSize: number): (price: number) => number {
  const decimals = String(tickSize).split(".")[1]?.length ?? 0;
  return (price) => Number((Math.max(1, Math.round(price / tickSize)) * tickSize).toFixed(decimals));
}

/** Writes the prices of bar `t`: `open` is the logarithm of its open. */
export function setPrices(
  bars: Bars,
  t: number,
  open: number,
  walk: Walk,
  tickSize: number,
  round: (price: number) => number,
): void {
  const first = round(Math.exp(open));
  const last = round(Math.exp(open + walk.end));
  bars.open[t] = first;
  bars.close[t] = last;
  bars.high[t] = Math.max(first, last, round(Math.exp(open + walk.high)));
  bars.low[t] = Math.min(first, last, Math.max(tickSize, round(Math.exp(open + walk.low))));
}

/**
 * Volume of a bar: log-normal around its median, with a slow mood of its own (`mood`), growing with the bar's range against what
 * is usual (`surprise`, a logarithm). That volume and range come together is Karpoff's (1987) survey, and the mixture of
 * distributions of Clark (1973) and Tauchen and Pitts (1983) its reason.
 */
export function drawVolume(
  volume: MarketSpec["volume"],
  mood: number,
  surprise: number,
  season: number,
  random: Random,
): number {
  const { typical, elasticity, noise, decimals } = volume;
  const log = mood + elasticity * surprise + noise * random.normal() + Math.log(season);
  return Number((typical * Math.exp(log)).toFixed(decimals));
}
