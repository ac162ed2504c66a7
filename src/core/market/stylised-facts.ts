import type { Bars } from "../bars.ts";
import { excessKurtosis } from "../metrics/excess-kurtosis.ts";

/**
 * Statistics that markets of all kinds share in their signs and classes in their sizes (Cont, 2001, Quantitative Finance 1; the
 * leverage effect as in Bouchaud, Matacz and Potters, 2001).
 */
export interface StylisedFacts {
  /** sd (ddof 1) of log returns times √(bars per year). */
  readonly volatilityPerYear: number;
  /** Fourth standardised moment of log returns less 3; null where no price moves. */
  readonly excessKurtosis: number | null;
  /** Autocorrelation of log returns at lag 1. */
  readonly autocorrelation1: number;
  /** Autocorrelation of |log return| at lags 1, 10 and 50: bursts of volatility and how slowly they fade. */
  readonly absolute1: number;
  readonly absolute10: number;
  readonly absolute50: number;
  /** Mean over lags 1 … 10 of corr(r_t, |r_{t+lag}|): below 0 where falls make markets wild. */
  readonly leverage: number;
  /** Σ ln(O_t/C_{t−1})² / Σ ln(C_t/C_{t−1})²; null where no price moves. */
  readonly gapShare: number | null;
  /**
   * Mean of ln(H/L) over mean of |ln(C_t/C_{t−1})|: 2 for a random walk that never sleeps (Feller, 1951); null where no close
   * moves.
   */
  readonly rangeRatio: number | null;
  /** Correlation of ln volume, less its mean over the 50 bars around, with ln(H/L); null where volume is not known. */
  readonly volumeRange: number | null;
}

/** Pearson's correlation of x[0 …] with y[lag …]; 0 where either does not vary. */
function correlation(x: Float64Array, y: Float64Array, lag = 0): number {
  const n = x.length - lag;
  let meanX = 0;
  let meanY = 0;
  for (let t = 0; t < n; t++) {
    meanX += (x[t] as number) / n;
    meanY += (y[t + lag] as number) / n;
  }
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let t = 0; t < n; t++) {
    const a = (x[t] as number) - meanX;
    const b = (y[t + lag] as number) - meanY;
    xy += a * b;
    xx += a * a;
    yy += b * b;
  }
  return xx * yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

function volumeRange(bars: Bars, range: Float64Array): number | null {
  const width = 25;
  const volume: number[] = [];
  const ranges: number[] = [];
  for (let t = width; t < bars.length - width; t++) {
    const around = bars.volume.subarray(t - width, t + width);
    const mean = around.reduce((sum, value) => sum + Math.log(value), 0) / around.length;
    const off = Math.log(bars.volume[t] as number) - mean;
    if (!Number.isFinite(off)) continue;
    volume.push(off);
    ranges.push(range[t - 1] as number);
  }
  return volume.length < 100 ? null : correlation(Float64Array.from(volume), Float64Array.from(ranges));
}

/** The stylised facts of a market of at least 100 bars. */
export function stylisedFacts(bars: Bars): StylisedFacts {
  const n = bars.length - 1;
  const steps = new Float64Array(n);
  const range = new Float64Array(n);
  let gaps = 0;
  for (let t = 1; t <= n; t++) {
    const before = bars.close[t - 1] as number;
    steps[t - 1] = Math.log((bars.close[t] as number) / before);
    range[t - 1] = Math.log((bars.high[t] as number) / (bars.low[t] as number));
    gaps += Math.log((bars.open[t] as number) / before) ** 2;
  }
  const sizes = steps.map(Math.abs);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const mean = sum(steps) / n;
  const square = steps.reduce((total, step) => total + step ** 2, 0);
  const variance = steps.reduce((total, step) => total + (step - mean) ** 2, 0) / (n - 1);
  const lags = Array.from({ length: 10 }, (_, i) => correlation(steps, sizes, i + 1));
  return {
    volatilityPerYear: Math.sqrt(variance * bars.barsPerYear),
    excessKurtosis: excessKurtosis(steps),
    autocorrelation1: correlation(steps, steps, 1),
    absolute1: correlation(sizes, sizes, 1),
    absolute10: correlation(sizes, sizes, 10),
    absolute50: correlation(sizes, sizes, 50),
    leverage: lags.reduce((total, value) => total + value, 0) / lags.length,
    gapShare: square > 0 ? gaps / square : null,
    rangeRatio: square > 0 ? sum(range) / sum(sizes) : null,
    volumeRange: volumeRange(bars, range),
  };
}
