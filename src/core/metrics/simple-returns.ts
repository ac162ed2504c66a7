/**
 * The n − 1 simple returns x[t]/x[t−1] − 1 of [n] values ≥ 0; none for n < 2. Result: fractions ≥ −1. The bar on which
 * equity falls to 0 returns −1, and every bar after that 0: nothing is left to gain or lose.
 * `simpleReturns([100, 110, 99])` is [0.1, −0.1].
 */
export function simpleReturns(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const returns = new Float64Array(Math.max(0, n - 1));
  for (let t = 1; t < n; t++) {
    const before = values[t - 1] as number;
    returns[t - 1] = before === 0 ? 0 : ((values[t] as number) - before) / before;
  }
  return returns;
}
