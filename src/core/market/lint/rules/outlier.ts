import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, numberText, percent, timeText } from "../text.ts";

const outlier: RuleOfLint = {
  id: "outlier",
  level: "warning",
  meaning:
    "A price stands far off for one to three bars, or within one bar, and is back at once: a bad tick, or a spike that few could trade.",
  advice: "Compare with another vendor. --repair-also outlier drops the bars.",
  repair: "on request",
};

/** A jump of at least this many usual moves, before and after it. */
const sigmas = 12;

/**
 * A high or low at least this many usual moves beyond the closes on both sides. In nine clean markets of 72,000 bars four bars go
 * further, all of SPY before 2006, and none of them was traded; the wildest true hour of bitcoin goes 16.
 */
const spikeScales = 20;

/** In a market that hardly trades the scale of the last bars says little: at least this share of the usual move is taken. */
const calm = 0.5;

/** The jump is undone to within this share of it. */
const undone = 0.2;

/** Eightfold jumps are changes of scale. */
const largest = Math.log(8);

/** Bars 1 … 3 after which a jump into t is undone; 0 if it is not. */
function barsAway(market: MarketView, t: number): number {
  const { close, returns } = market;
  const jump = returns[t] as number;
  const before = close[t - 1] as number;
  for (let bars = 1; bars <= 3 && t + bars < market.length; bars++) {
    const back = Math.log((close[t + bars] as number) / before);
    if (Math.abs(back) <= undone * Math.abs(jump)) return bars;
    if (Math.abs(back) < 0.7 * Math.abs(jump) || back * jump < 0) return 0;
  }
  return 0;
}

/** Places of the series whose closes are far off for one to three bars. */
export function closesOff(market: MarketView): readonly number[] {
  const { returns, scaleBefore, scaleAfter, close } = market;
  const places: number[] = [];
  const least = sigmas * calm * usualMove(market);
  for (let t = 1; t < market.length - 1; t++) {
    const size = Math.abs(returns[t] as number);
    if (size < least || size < sigmas * (scaleBefore[t] as number) || size >= largest) continue;
    if (size * (close[t] as number) < 10 * market.tick) continue;
    const bars = barsAway(market, t);
    if (bars === 0 || size < sigmas * (scaleAfter[t + bars] as number)) continue;
    for (let k = 0; k < bars; k++) places.push(t + k);
    t += bars;
  }
  return places;
}

/** A price that is far off: a close, or the high or low of a bar. An open far off is one of the two. */
interface Spike {
  readonly place: number;
  readonly column: "close" | "high" | "low";
  /** ln of it over the close before, of a high or low over the nearer of the closes on both sides; below 0 of a fall. */
  readonly size: number;
}

/** Bars whose high or low is far from their own close and from the close before, whatever the size. */
function spikes(market: MarketView, closesOff: readonly number[]): readonly Spike[] {
  const { scaleBefore, scaleAfter, open, high, low, close, tick } = market;
  // What is usual cannot be told from a bar or two.
  if (market.length < 3) return [];
  const least = spikeScales * calm * usualMove(market);
  const ratio = Math.exp(least);
  const off = new Set(closesOff);
  const found: Spike[] = [];
  for (let t = 0; t < market.length; t++) {
    const after = close[t] as number;
    // A first day opens where nothing closed before it: shares may fall a fifth from there.
    const before = (close[t - 1] ?? open[t]) as number;
    const top = Math.max(before, after);
    const bottom = Math.min(before, after);
    // Without logarithms for all but a few bars of a million.
    if ((high[t] as number) < top * ratio && (low[t] as number) * ratio > bottom) continue;
    const up = Math.log((high[t] as number) / top);
    const down = Math.log(bottom / (low[t] as number));
    const far = Math.max(up, down);
    if (far < spikeScales * Math.max(scaleBefore[t] as number, scaleAfter[t + 1] ?? 0)) continue;
    if (Math.max((high[t] as number) - top, bottom - (low[t] as number)) < 10 * tick || off.has(t)) continue;
    found.push(up >= down ? { place: t, column: "high", size: up } : { place: t, column: "low", size: -down });
  }
  return found;
}

/** Mean of |return| over the bars of the whole market that move. */
function usualMove({ returns, length }: MarketView): number {
  let sum = 0;
  let moved = 0;
  for (let t = 1; t < length; t++) {
    const size = Math.abs(returns[t] as number);
    sum += size;
    if (size > 0) moved += 1;
  }
  return sum / Math.max(1, moved);
}

/** Places of bars far off and back again, by their closes or within themselves, in order. */
export function outlierPlaces(market: MarketView): readonly number[] {
  const closes = closesOff(market);
  return [...closes, ...spikes(market, closes).map(({ place }) => place)].sort((a, b) => a - b);
}

/** Prices that jump far and come back. */
export const outlierCheck: LintCheck = {
  rules: [outlier],
  check(market) {
    const { returns, row, raw } = market;
    const off = closesOff(market);
    const within = spikes(market, off);
    const [first] = [
      ...off.map((place): Spike => ({ place, column: "close", size: returns[place] as number })),
      ...within,
    ].sort((a, b) => a.place - b.place);
    if (first === undefined) return [];
    const { place, column, size } = first;
    const value = numberText(market[column][place] as number);
    const what = `${column} ${value} (${percent(Math.expm1(size))}) on ${timeText(market.time[place] as number)}`;
    const places = [...off, ...within.map((spike) => spike.place)];
    return [
      finding(raw, outlier, {
        rows: places.map((t) => row[t] as number).sort((a, b) => a - b),
        found: `${counted(places.length, "bar")} far off and back again, first ${what}`,
      }),
    ];
  },
};
