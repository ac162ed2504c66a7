/** Returns of empyrical's own tests (`mixed_returns`, without the leading NaN). */
export const mixedReturns: readonly number[] = [0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];

/** Annual returns of the worked example in Rollinger & Hoffman (2013), Sortino: A "Sharper" Ratio. */
export const sortinoExample: readonly number[] = [0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04];

/** Equity of 1 that earns `returns`. */
export function compounded(returns: readonly number[]): number[] {
  const equity = [1];
  for (const r of returns) equity.push((equity.at(-1) ?? 1) * (1 + r));
  return equity;
}
