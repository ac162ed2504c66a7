import type { Bars } from "../bars.ts";
import { logReturnMoments } from "./regime.ts";

/** What can go wrong on a path. */
export interface Stress {
  /** Some open lies at least 4σ from the close before: |ln(O_t/C_{t−1})| ≥ 4σ. */
  readonly gap: boolean;
  /** Some bar falls by 5σ, or some five bars by 3.5σ√5. */
  readonly crash: boolean;
  /** The returns of some 20 bars in a row have a root mean square of at least 2.2σ. */
  readonly burst: boolean;
}

const gapSigmas = 4;
const crashSigmas = 5;
const slideBars = 5;
const slideSigmas = 3.5;
const burstBars = 20;
const burstSigmas = 2.2;

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

/** True if the scored bars hold a gap, a crash or a burst of volatility. */
export function hasStress(bars: Bars, warmupBars: number): boolean {
  const { gap, crash, burst } = findStress(bars, warmupBars);
  return gap || crash || burst;
}
