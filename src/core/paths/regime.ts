import type { Bars } from "../bars.ts";
import type { Regime } from "./path.ts";

/** |z| above which a path has a direction. */
export const regimeThreshold = 0.5;

/** Mean and sd (ddof 1) of the close-to-close log returns that end on bars `start` … `end` − 1; `start` ≥ 1. */
export function logReturnMoments(close: Float64Array, start: number, end: number): { mean: number; sigma: number } {
  const count = end - start;
  const mean = Math.log((close[end - 1] as number) / (close[start - 1] as number)) / count;
  let squares = 0;
  for (let t = start; t < end; t++) {
    const off = Math.log((close[t] as number) / (close[t - 1] as number)) - mean;
    squares += off * off;
  }
  return { mean, sigma: Math.sqrt(squares / (count - 1)) };
}

/**
 * The growth of the scored bars against their volatility, ln(C_T/C_0)/(σ√T): C_0 is the close of the last warm-up bar, T the
 * number of scored bars, σ the sd (ddof 1) of their T log returns. 0 where no price moves.
 */
export function trendStrength(bars: Bars, warmupBars: number): number {
  const { mean, sigma } = logReturnMoments(bars.close, warmupBars, bars.length);
  const trend = (mean * Math.sqrt(bars.length - warmupBars)) / sigma;
  return sigma < 1e-12 ? 0 : trend;
}

/** `rising` above 0.5, `falling` below −0.5, `flat` between. */
export function regimeOf(strength: number): Regime {
  if (strength > regimeThreshold) return "rising";
  return strength < -regimeThreshold ? "falling" : "flat";
}
