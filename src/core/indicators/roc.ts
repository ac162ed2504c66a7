import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";

/** Rate of change over n bars in percent (as TA-Lib's ROC). `roc([100, 110], 1)` is [NaN, 10]. */
export function roc(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("roc: n", n);
  return mapBars(x.length, (t) => {
    const before = t < n ? Number.NaN : (x[t - n] as number);
    return (100 * ((x[t] as number) - before)) / before;
  });
}
