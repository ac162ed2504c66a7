import type { Bars } from "../bars.ts";
import { logReturnMoments } from "./regime.ts";

const dayMs = 86_400_000;

/**
 * What can go wrong on a path. σ is the root mean square of the scored log returns; below a day it is taken apart for bars
 * that open a UTC day and for the others, so that a night between two sessions is not an event by itself.
 */
export interface Stress {
  /** Some open lies at least 5σ from the close before: |ln(O_t/C_{t−1})| ≥ 5σ. */
  readonly gap: boolean;
  /** Some bar falls by 6σ, or some five bars by 4.5σ√5. */
  readonly crash: boolean;
  /** The returns of some 20 bars in a row have a root mean square of at least 3σ. */
  readonly burst: boolean;
}

// Set so that one to two thirds of three-year windows of stocks, indices and coins, and one to four tenths of those of
// currencies and metals, hold some event.
const gapSigmas = 5;
const crashSigmas = 6;
const slideBars = 5;
const slideSigmas = 4.5;
const burstBars = 20;
const burstSigmas = 3;

/** True if bar `t` ≥ 1 is the first of a UTC day. */
function opensDay(time: Float64Array, t: number): boolean {
  return Math.floor((time[t] as number) / dayMs) !== Math.floor((time[t - 1] as number) / dayMs);
}

/** The scored log returns and gaps, each over the σ of its kind of bar; null where no price moves. */
function standardise(bars: Bars, warmupBars: number): { steps: Float64Array; gaps: Float64Array } | null {
  const { time, open, close } = bars;
  const steps = new Float64Array(bars.length - warmupBars);
  const gaps = new Float64Array(steps.length);
  const squares = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < steps.length; i++) {
    const before = close[warmupBars + i - 1] as number;
    const step = Math.log((close[warmupBars + i] as number) / before);
    const kind = opensDay(time, warmupBars + i) ? 1 : 0;
    steps[i] = step;
    gaps[i] = Math.log((open[warmupBars + i] as number) / before);
    squares[kind] = (squares[kind] as number) + step * step;
    counts[kind] = (counts[kind] as number) + 1;
  }
  const all = ((squares[0] as number) + (squares[1] as number)) / steps.length;
  if (all < 1e-24) return null;
  const sigmas = squares.map((sum, kind) =>
    Math.sqrt((counts[kind] as number) === 0 ? all : sum / (counts[kind] as number)),
  );
  for (let i = 0; i < steps.length; i++) {
    // A kind of bar that never moves is measured by all.
    const sigma = (sigmas[opensDay(time, warmupBars + i) ? 1 : 0] as number) || Math.sqrt(all);
    steps[i] = (steps[i] as number) / sigma;
    gaps[i] = (gaps[i] as number) / sigma;
  }
  return { steps, gaps };
}

/** The stress events of the scored bars, measured in the path's own σ. */
export function findStress(bars: Bars, warmupBars: number): Stress {
  const standard = standardise(bars, warmupBars);
  if (standard === null) return { gap: false, crash: false, burst: false };
  const { steps, gaps } = standard;
  const slideLimit = -slideSigmas * Math.sqrt(slideBars);
  let crash = false;
  let burst = false;
  let squares = 0;
  let slide = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as number;
    slide += step - (i >= slideBars ? (steps[i - slideBars] as number) : 0);
    squares += step * step - (i >= burstBars ? (steps[i - burstBars] as number) ** 2 : 0);
    if (step <= -crashSigmas || slide <= slideLimit) crash = true;
    if (i >= burstBars - 1 && squares >= burstBars * burstSigmas ** 2) burst = true;
  }
  return { gap: gaps.some((gap) => Math.abs(gap) >= gapSigmas), crash, burst };
}

/** Fewest scored bars in which one bar can stand out by so much: with fewer, no path is asked for stress. */
export const leastStressBars = 40;

/**
 * Opens a gap of 9σ downwards at bar `at`: open and all later prices fall by it, in place. For calm markets, whose own bars
 * hold no stress.
 */
export function plantGap(bars: Bars, warmupBars: number, at: number): void {
  const { sigma } = logReturnMoments(bars.close, warmupBars, bars.length);
  const factor = Math.exp(-9 * sigma);
  for (const column of [bars.open, bars.high, bars.low, bars.close]) {
    for (let t = at; t < bars.length; t++) column[t] = (column[t] as number) * factor;
  }
}

/** True if the scored bars hold a gap, a crash or a burst of volatility. */
export function hasStress(bars: Bars, warmupBars: number): boolean {
  const { gap, crash, burst } = findStress(bars, warmupBars);
  return gap || crash || burst;
}
