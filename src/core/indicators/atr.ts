import { checkColumns, checkLength } from "./check.ts";
import { toColumn } from "./column.ts";
import { rangeOf } from "./true-range.ts";

/** Average true range: Wilder's average over n bars. Source: Wilder (1978). */
export function atr(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("atr: n", n);
  checkColumns("atr", high, low, close);
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const closes = toColumn(close);
  const { length } = closes;
  const out = new Float64Array(length);
  const weight = 1 / n;
  let t = 1;
  out.fill(Number.NaN, 0, 1);
  while (t < length) {
    let seen = 0;
    let value = 0;
    for (; t < length && seen < n; t++) {
      const range = rangeOf(tops[t] as number, bottoms[t] as number, closes[t - 1] as number);
      seen = Number.isFinite(range) ? seen + 1 : 0;
      value = seen === 0 ? 0 : value + (range - value) / seen;
      out[t] = seen === n ? value : Number.NaN;
    }
    let before = closes[t - 1] as number;
    for (; t < length; t++) {
      // `rangeOf`, written out: V8 does not always inline it, and a call costs more than all the rest.
      const above = before - (tops[t] as number);
      const below = (bottoms[t] as number) - before;
      const reach = (above + Math.abs(above)) * 0.5;
      const range = (tops[t] as number) - (bottoms[t] as number) + reach + (below + Math.abs(below)) * 0.5;
      if (!Number.isFinite(range)) break;
      before = closes[t] as number;
      value += (range - value) * weight;
      out[t] = value;
    }
  }
  return out;
}
