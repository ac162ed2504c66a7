import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { exponential } from "./exponential.ts";
import { rangeOf } from "./true-range.ts";

/** Average directional index and the directional indicators, each 0 … 100. */
export interface DirectionalLines {
  readonly adx: Float64Array;
  readonly plusDi: Float64Array;
  readonly minusDi: Float64Array;
}

/**
 * Directional movement with Wilder's averages over n bars: of the true range, of the moves of the high up and of the
 * low down (the larger of the two if it is above 0, else 0), and of |plus − minus|/(plus + minus). Source: Wilder
 * (1978). He sums where this averages; the ratios are the same.
 */
export function adx(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): DirectionalLines {
  checkLength("adx: n", n);
  checkColumns("adx", high, low, close);
  const columns = [toColumn(high), toColumn(low), toColumn(close)] as const;
  const length = close.length;
  const lines = { adx: emptyColumn(length, 1), plusDi: emptyColumn(length, 1), minusDi: emptyColumn(length, 1) };
  for (let t = 1; t < length; ) t = fillRun(columns, t, n, lines);
  exponential(lines.adx, n, 1 / n, lines.adx);
  return lines;
}

/**
 * Fills the indicators, and the index before its average, from bar `start` (which has one before) to the first at which
 * something is not finite, that one included; answers with the bar after it.
 */
function fillRun(
  [high, low, close]: readonly [Float64Array, Float64Array, Float64Array],
  start: number,
  n: number,
  { adx: index, plusDi, minusDi }: DirectionalLines,
): number {
  const settled = 1 / n;
  let range = 0;
  let plus = 0;
  let minus = 0;
  for (let t = start; t < close.length; t++) {
    const up = (high[t] as number) - (high[t - 1] as number);
    const down = (low[t - 1] as number) - (low[t] as number);
    const reach = rangeOf(high[t] as number, low[t] as number, close[t - 1] as number);
    const seen = t - start + 1;
    if (!Number.isFinite(up + down + reach + (close[t] as number))) {
      index[t] = plusDi[t] = minusDi[t] = Number.NaN;
      return t + 1;
    }
    const weight = seen > n ? settled : 1 / seen;
    range += (reach - range) * weight;
    plus += ((up > down && up > 0 ? up : 0) - plus) * weight;
    minus += ((down > up && down > 0 ? down : 0) - minus) * weight;
    const scale = seen < n ? Number.NaN : 100 / range;
    plusDi[t] = finiteOrNaN(plus * scale);
    minusDi[t] = finiteOrNaN(minus * scale);
    index[t] = finiteOrNaN((100 * Math.abs(plus - minus)) / (plus + minus)) + 0 * scale;
  }
  return close.length;
}
