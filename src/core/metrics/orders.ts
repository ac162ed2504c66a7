/** Number of rebalances: bars whose turnover is above 0. A flip from long to short is one order. */
export function orders(turnoverPerBar: ArrayLike<number>): number {
  const n = turnoverPerBar.length;
  let count = 0;
  for (let t = 0; t < n; t++) if ((turnoverPerBar[t] as number) > 0) count++;
  return count;
}
