import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, toColumn } from "./column.ts";
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
  const { length } = close;
  const lines = { adx: emptyColumn(length, 1), plusDi: emptyColumn(length, 1), minusDi: emptyColumn(length, 1) };
  fill({ high: toColumn(high), low: toColumn(low), close: toColumn(close) }, n, lines);
  return lines;
}

interface Prices {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Bar by bar until all averages have their n values, then, to the next bar without an index, in a loop with as few
 * numbers in flight and branches on data as can be.
 */
function fill({ high, low, close }: Prices, n: number, { adx: out, plusDi, minusDi }: DirectionalLines): void {
  const { length } = close;
  const weight = 1 / n;
  let range = 0;
  let plus = 0;
  let minus = 0;
  let average = 0;
  let age = 0; // bars in the averages; `seen`: values of the index in its own
  let t = 1;
  while (t < length) {
    for (let seen = 0; t < length && seen < n; t++) {
      const up = (high[t] as number) - (high[t - 1] as number);
      const down = (low[t - 1] as number) - (low[t] as number);
      const reach = rangeOf(high[t] as number, low[t] as number, close[t - 1] as number);
      const known = Number.isFinite(up + down + reach + (close[t] as number));
      age = known ? age + 1 : 0;
      const share = age > n ? weight : 1 / age;
      range = known ? range + (reach - range) * share : 0;
      plus = known ? plus + ((up > down ? Math.max(up, 0) : 0) - plus) * share : 0;
      minus = known ? minus + ((down > up ? Math.max(down, 0) : 0) - minus) * share : 0;
      const scale = age < n ? Number.NaN : 100 / range;
      const index = (100 * Math.abs(plus - minus)) / (plus + minus) + 0 * scale;
      seen = Number.isFinite(index) ? seen + 1 : 0;
      average = seen === 0 ? 0 : average + (index - average) / seen;
      plusDi[t] = plus * scale + 0 * (plus * scale);
      minusDi[t] = minus * scale + 0 * (minus * scale);
      out[t] = seen < n ? Number.NaN : average;
    }
    let top = high[t - 1] as number;
    let bottom = low[t - 1] as number;
    let before = close[t - 1] as number;
    for (; t < length; t++) {
      const up = (high[t] as number) - top;
      const down = bottom - (low[t] as number);
      const above = before - (high[t] as number);
      const below = (low[t] as number) - before;
      top = high[t] as number;
      bottom = low[t] as number;
      before = close[t] as number;
      // Half of move + |move| is max(move, 0), and a comparison is 1 or 0: no branches that no one could predict.
      const reach = top - bottom + (above + Math.abs(above)) * 0.5 + (below + Math.abs(below)) * 0.5;
      const nextPlus = plus + ((up + Math.abs(up)) * 0.5 * +(up > down) - plus) * weight;
      const nextMinus = minus + ((down + Math.abs(down)) * 0.5 * +(down > up) - minus) * weight;
      const nextRange = range + (reach - range) * weight;
      const scale = 100 / nextRange;
      const index = (100 * Math.abs(nextPlus - nextMinus)) / (nextPlus + nextMinus);
      if (!Number.isFinite(index + scale + before)) break;
      range = nextRange;
      plus = nextPlus;
      minus = nextMinus;
      average += (index - average) * weight;
      plusDi[t] = plus * scale;
      minusDi[t] = minus * scale;
      out[t] = average;
    }
  }
}
