import { checkLength } from "./check.ts";
import { toColumn } from "./column.ts";

/**
 * Relative strength index, 0 … 100: 100·gain/(gain + loss) of Wilder's averages over n changes; 100 without losses, NaN
 * where nothing changed at all. Source: Wilder (1978), New Concepts.
 */
export function rsi(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("rsi: n", n);
  const values = toColumn(x);
  const { length } = values;
  const out = new Float64Array(length);
  const weight = 1 / n;
  let t = 0;
  while (t < length) {
    let seen = -1; // the first finite value is no change yet
    let gain = 0;
    let size = 0;
    for (; t < length && seen < n; t++) {
      seen = Number.isFinite(values[t] as number) ? seen + 1 : -1;
      const change = seen > 0 ? (values[t] as number) - (values[t - 1] as number) : 0;
      gain = seen > 0 ? gain + (Math.max(change, 0) - gain) / seen : 0;
      size = seen > 0 ? size + (Math.abs(change) - size) / seen : 0;
      out[t] = seen === n ? (100 * gain) / size : Number.NaN;
    }
    for (; t < length; t++) {
      const change = (values[t] as number) - (values[t - 1] as number);
      if (!Number.isFinite(change)) break;
      const move = Math.abs(change);
      gain += ((change + move) * 0.5 - gain) * weight; // half of change + |change| is max(change, 0), without a branch
      size += (move - size) * weight;
      out[t] = (100 * gain) / size;
    }
  }
  return out;
}
