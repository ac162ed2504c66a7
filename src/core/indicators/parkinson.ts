import { checkColumns, checkLength } from "./check.ts";
import { logRatio } from "./log-ratio.ts";
import { rollingMean } from "./rolling-mean.ts";

/** Volatility a bar from high and low: √(mean of ln(high/low)²/(4 ln 2)) of n bars. Source: Parkinson (1980). */
export function parkinson(high: ArrayLike<number>, low: ArrayLike<number>, n: number): Float64Array {
  checkLength("parkinson: n", n);
  checkColumns("parkinson", high, low);
  const squares = logRatio(high, low, 0);
  for (let t = 0; t < squares.length; t++) squares[t] = (squares[t] as number) ** 2;
  const out = rollingMean(squares, n);
  for (let t = 0; t < out.length; t++) out[t] = Math.sqrt((out[t] as number) / (4 * Math.LN2));
  return out;
}
