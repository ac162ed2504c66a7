import { finiteOrNaN, toColumn } from "./column.ts";

/**
 * Volume of each bar times the place of its close in its range, −1 at the low … 1 at the high; 0 in no range, as there
 * is no place (as TA-Lib does; others take 1).
 */
export function moneyFlow(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  volume: ArrayLike<number>,
): Float64Array {
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const closes = toColumn(close);
  const traded = toColumn(volume);
  const out = new Float64Array(closes.length);
  for (let t = 0; t < out.length; t++) {
    const above = (closes[t] as number) - (bottoms[t] as number);
    const below = (tops[t] as number) - (closes[t] as number);
    const range = (tops[t] as number) - (bottoms[t] as number);
    const place = range === 0 ? 0 : (above - below) / range;
    out[t] = finiteOrNaN(place * (traded[t] as number));
  }
  return out;
}
