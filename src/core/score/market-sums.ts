import { block } from "../metrics/block.ts";
import { largestDrift } from "../metrics/return-moments.ts";
import { standardDeviation } from "../metrics/standard-deviation.ts";

/** What one pass over closes and positions gives. */
export interface MarketSums {
  /** Standard deviation (ddof 1) of the close-to-close log returns; 0 for a single one. */
  readonly deviation: number;
  /** Sum of |position| from bar 1 on. */
  readonly gross: number;
}

/** Up to this q² (moves of 8 %) the series below is right to 4e-15. */
const largestSquare = 0.0016;

/**
 * Coefficients of the series, and `largestSquare`. In a column, for V8 would write constants anew into its registers at each bar,
 * which costs as much as the arithmetic.
 */
const series = Float64Array.of(2 / 3, 23 / 45, 44 / 105, 563 / 1575, largestSquare);

/** Quarters of squared log returns, and sizes of positions. Filled anew by each call, so that none allocates. */
const sums = new Float64Array(2);

/**
 * Deviation of the log returns of [n] closes > 0, n ≥ 2, and the gross exposure of [n] positions. The mean log return is
 * ln(last/first)/(n − 1), so that one pass over the squares is enough; two are made where it is not small beside the spread.
 *
 * A log return is 2·artanh(q), q = (after − before)/(after + before): its square as a series in q² costs half of a
 * logarithm, and keeps the digits that the ratio of two close prices loses.
 */
export function marketSums(close: Float64Array, position: Float64Array): MarketSums {
  const n = close.length;
  sums.fill(0);
  for (let t = 1; t < n; t += block) addBlock(close, position, t, Math.min(n, t + block));
  return { deviation: deviation(close, 4 * (sums[0] as number)), gross: sums[1] as number };
}

/** Adds the bars from `from` to before `to`. */
function addBlock(close: Float64Array, position: Float64Array, from: number, to: number): void {
  const a = series[0] as number;
  const b = series[1] as number;
  const c = series[2] as number;
  const d = series[3] as number;
  const largest = series[4] as number;
  let before = close[from - 1] as number;
  let gross = sums[1] as number;
  let inBlock = 0;
  for (let t = from; t < to; t++) {
    const price = close[t] as number;
    const q = (price - before) / (price + before);
    const s = q * q;
    if (s < largest) {
      inBlock += s + s * s * (a + s * (b + s * (c + s * d)));
    } else {
      const half = Math.log(price / before) / 2;
      inBlock += half * half;
    }
    before = price;
    gross += Math.abs(position[t] as number);
  }
  sums[0] = (sums[0] as number) + inBlock;
  sums[1] = gross;
}

function deviation(close: Float64Array, squares: number): number {
  const count = close.length - 1;
  if (count < 2) return 0;
  const growth = logRatio(close[0] as number, close[count] as number);
  const drift = (growth * growth) / count;
  if (drift <= largestDrift * squares) return Math.sqrt((squares - drift) / (count - 1));
  const returns = new Float64Array(count);
  for (let t = 0; t < count; t++) returns[t] = logRatio(close[t] as number, close[t + 1] as number);
  return standardDeviation(returns);
}

/** ln(after/before) of two numbers > 0, to its last digits also where it is close to 0. */
export function logRatio(before: number, after: number): number {
  const change = (after - before) / before;
  return change > -0.5 && change < 1 ? Math.log1p(change) : Math.log(after / before);
}
