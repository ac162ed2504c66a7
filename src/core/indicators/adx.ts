import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { exponential } from "./exponential.ts";
import { trueRange } from "./true-range.ts";

/**
 * Average directional index and the directional indicators, each 0 … 100, with Wilder's average over n bars.
 * Source: Wilder (1978). He sums where this averages; the ratios are the same.
 */
export function adx(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): { readonly adx: Float64Array; readonly plusDi: Float64Array; readonly minusDi: Float64Array } {
  checkLength("adx: n", n);
  checkColumns("adx", high, low, close);
  const range = trueRange(high, low, close);
  const { plus, minus } = directionalMoves(toColumn(high), toColumn(low));
  exponential(range, n, 1 / n, range);
  exponential(plus, n, 1 / n, plus);
  exponential(minus, n, 1 / n, minus);
  for (let t = 0; t < range.length; t++) {
    const scale = 100 / (range[t] as number);
    const up = (plus[t] as number) * scale;
    const down = (minus[t] as number) * scale;
    plus[t] = finiteOrNaN(up);
    minus[t] = finiteOrNaN(down);
    range[t] = finiteOrNaN((100 * Math.abs(up - down)) / (up + down));
  }
  return { adx: exponential(range, n, 1 / n, range), plusDi: plus, minusDi: minus };
}

/** At each bar the move of the high up and of the low down: the larger one of them if it is above 0, else 0. */
function directionalMoves(high: Float64Array, low: Float64Array): { plus: Float64Array; minus: Float64Array } {
  const plus = emptyColumn(high.length, 1);
  const minus = emptyColumn(high.length, 1);
  for (let t = 1; t < high.length; t++) {
    const up = (high[t] as number) - (high[t - 1] as number);
    const down = (low[t - 1] as number) - (low[t] as number);
    const none = finiteOrNaN(up - down) * 0;
    plus[t] = up > down && up > 0 ? up : none;
    minus[t] = down > up && down > 0 ? down : none;
  }
  return { plus, minus };
}
