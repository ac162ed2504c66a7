import { emptyColumn } from "./column.ts";

/** Mean and population variance of rolling windows. */
export interface RollingMoments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Mean and population variance of the last n values, from bar n − 1 on. Tails and heads of blocks of n, as in
 * `rollingSum`, each by Welford's update, joined by the formula of Chan, Golub & LeVeque (1979): exact 0 for equal
 * values, and no loss of digits for small moves of a large price.
 */
export function rollingMoments(x: ArrayLike<number>, n: number): RollingMoments {
  const mean = emptyColumn(x.length);
  const variance = emptyColumn(x.length);
  if (n > x.length) return { mean, variance };
  const tailMean = new Float64Array(n + 1);
  const tailSquares = new Float64Array(n + 1);
  for (let start = 0; start < x.length; start += n) {
    const size = Math.min(n, x.length - start);
    let headMean = 0;
    let headSquares = 0;
    for (let j = 0; j < size; j++) {
      const value = x[start + j] as number;
      const step = value - headMean;
      headMean += step / (j + 1);
      headSquares += step * (value - headMean);
      if (start + j < n - 1) continue;
      const gap = headMean - (tailMean[j + 1] as number);
      const squares = (tailSquares[j + 1] as number) + headSquares + gap * gap * ((n - 1 - j) / n) * (j + 1);
      if (!Number.isFinite(squares)) continue;
      mean[start + j] = (tailMean[j + 1] as number) + gap * ((j + 1) / n);
      variance[start + j] = squares / n;
    }
    if (size < n) break;
    for (let j = n - 1; j >= 0; j--) {
      const value = x[start + j] as number;
      const step = value - (tailMean[j + 1] as number);
      tailMean[j] = (tailMean[j + 1] as number) + step / (n - j);
      tailSquares[j] = (tailSquares[j + 1] as number) + step * (value - (tailMean[j] as number));
    }
  }
  return { mean, variance };
}
