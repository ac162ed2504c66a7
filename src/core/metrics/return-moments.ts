import { block } from "./block.ts";
import { centralMoments } from "./central-moments.ts";
import { mean } from "./mean.ts";
import { simpleReturns } from "./simple-returns.ts";

/** Mean and central power sums of the T returns of a column. */
export interface CentralSums {
  /** T, number of returns. */
  readonly count: number;
  /** NaN without returns, and so are the sums. */
  readonly mean: number;
  /** Σ(r − mean)^2, and so on. */
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** What most metrics need of the simple returns of a column. */
export interface ReturnMoments extends CentralSums {
  /** Σ min(r, 0)². */
  readonly downside: number;
}

/** Up to this T·mean²/Σr² central sums follow from plain power sums without loss of digits. */
export const largestDrift = 0.1;

/**
 * Moments of `simpleReturns(values)` in one pass without a column of returns. Equal to what `mean`, `standardDeviation`,
 * `centralMoments` and `sortino` find in them up to rounding.
 *
 * @param values [n] ≥ 0, such as equity or closes.
 */
export function returnMoments(values: Float64Array): ReturnMoments {
  const n = values.length;
  let before = n > 0 ? (values[0] as number) : 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let sum4 = 0;
  let downside = 0;
  for (let t = 1; t < n; ) {
    const end = Math.min(n, t + block);
    let r1 = 0;
    let r2 = 0;
    let r3 = 0;
    let r4 = 0;
    let losses = 0;
    for (; t < end; t++) {
      const value = values[t] as number;
      const r = before === 0 ? 0 : (value - before) / before;
      before = value;
      const square = r * r;
      const twiceLoss = r - Math.abs(r); // without a branch
      r1 += r;
      r2 += square;
      r3 += square * r;
      r4 += square * square;
      losses += twiceLoss * twiceLoss;
    }
    sum1 += r1;
    sum2 += r2;
    sum3 += r3;
    sum4 += r4;
    downside += losses / 4;
  }
  return {
    ...centralSums(values, sum1, sum2, sum3, sum4),
    downside,
  };
}

/**
 * Central sums of `simpleReturns(values)` from Σr, Σr², Σr³ and Σr⁴. Where the mean is not small beside the spread, as with
 * returns that hardly vary, the difference of sums would lose digits, and two passes over the returns are made instead.
 */
export function centralSums(values: Float64Array, sum1: number, sum2: number, sum3: number, sum4: number): CentralSums {
  const count = Math.max(0, values.length - 1);
  const centre = sum1 / count;
  const drift = sum1 * centre;
  if (!(drift <= largestDrift * sum2)) return twoPasses(simpleReturns(values));
  return {
    count,
    mean: centre,
    m2: sum2 - drift,
    m3: sum3 - centre * (3 * sum2 - 2 * drift),
    m4: sum4 - centre * (4 * sum3 - centre * (6 * sum2 - 3 * drift)),
  };
}

function twoPasses(returns: Float64Array): CentralSums {
  const count = returns.length;
  const { m2, m3, m4 } = centralMoments(returns);
  return { count, mean: mean(returns), m2: m2 * count, m3: m3 * count, m4: m4 * count };
}
