import { checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/** Rate of change over n bars in percent (as TA-Lib's ROC). `roc([100, 110], 1)` is [NaN, 10]. */
export function roc(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("roc: n", n);
  const values = toColumn(x);
  const out = emptyColumn(values.length, n);
  for (let t = n; t < out.length; t++) {
    const before = values[t - n] as number;
    out[t] = finiteOrNaN((100 * ((values[t] as number) - before)) / before);
  }
  return out;
}
