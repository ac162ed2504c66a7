import type { Bars } from "../bars.ts";
import { logReturnMoments } from "./regime.ts";

/** What can go wrong on a path. */
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

/** The stress events of the scored bars, measured in the path's own σ (sd of its scored log returns, ddof 1). */
export function findStress(bars: Bars, warmupBars: number): Stress {
  const { sigma } = logReturnMoments(bars.close, warmupBars, bars.length);
  if (sigma < 1e-12) return { gap: false, crash: false, burst: false };
  const { close, open } = bars;
  const ln = (now: number, before: number): number => Math.log(now / before);
  const slideLimit = -slideSigmas * sigma * Math.sqrt(slideBars);
  let gap = false;
  let crash = false;
  let burst = false;
  let squares = 0;
  for (let t = warmupBars; t < bars.length; t++) {
    const before = close[t - 1] as number;
    const step = ln(close[t] as number, before);
    if (Math.abs(ln(open[t] as number, before)) >= gapSigmas * sigma) gap = true;
    if (step <= -crashSigmas * sigma) crash = true;
    const inside = t - warmupBars + 1;
    if (inside >= slideBars && ln(close[t] as number, close[t - slideBars] as number) <= slideLimit) crash = true;
    squares += step * step;
    if (inside > burstBars) squares -= ln(close[t - burstBars] as number, close[t - burstBars - 1] as number) ** 2;
    if (inside >= burstBars && squares / burstBars >= (burstSigmas * sigma) ** 2) burst = true;
  }
  return { gap, crash, burst };
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
