import { checkColumns, checkLength } from "./check.ts";
import { logRatio } from "./log-ratio.ts";
import { rollingMean } from "./rolling-mean.ts";
import { rollingMoments } from "./rolling-moments.ts";

/**
 * Volatility a bar from gaps and bars, free of drift: √(gaps + w·bodies + (1 − w)·ranges), the sample variances of
 * ln(open/previous close) and ln(close/open) over n ≥ 2 bars and the mean of Rogers & Satchell's
 * ln(high/close)·ln(high/open) + ln(low/close)·ln(low/open), w = 0.34/(1.34 + (n + 1)/(n − 1)). Source: Yang & Zhang
 * (2000).
 */
export function yangZhang(
  open: ArrayLike<number>,
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("yangZhang: n", n, 2);
  checkColumns("yangZhang", open, high, low, close);
  const body = logRatio(close, open, 0);
  const gaps = rollingMoments(logRatio(open, close, 1), n).variance;
  const bodies = rollingMoments(body, n).variance;
  const ranges = rollingMean(rogersSatchell(logRatio(high, open, 0), logRatio(low, open, 0), body), n);
  const weight = 0.34 / (1.34 + (n + 1) / (n - 1));
  const sample = n / (n - 1);
  for (let t = 0; t < gaps.length; t++) {
    const between = sample * ((gaps[t] as number) + weight * (bodies[t] as number));
    gaps[t] = Math.sqrt(between + (1 - weight) * (ranges[t] as number));
  }
  return gaps;
}

function rogersSatchell(high: Float64Array, low: Float64Array, close: Float64Array): Float64Array {
  for (let t = 0; t < close.length; t++) {
    const up = high[t] as number;
    const down = low[t] as number;
    const end = close[t] as number;
    high[t] = up * (up - end) + down * (down - end);
  }
  return high;
}
