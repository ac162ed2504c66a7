/**
 * Total turnover: the sum over all rebalances of traded value over equity before the trade, ≥ 0. A flip from 1 to −1
 * without costs is 2. Divide by the years for an annual figure. Nothing is traded at or after a ruin at the open.
 */
export function turnover(perBar: ArrayLike<number>): number {
  const n = perBar.length;
  let sum = 0;
  for (let t = 0; t < n; t++) sum += perBar[t] as number;
  return sum;
}
