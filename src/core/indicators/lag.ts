import { checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/** The value n bars earlier. `lag([1, 2, 3], 1)` is [NaN, 1, 2]. */
export function lag(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("lag: n", n);
  const values = toColumn(x);
  const out = emptyColumn(values.length, n);
  for (let t = n; t < out.length; t++) out[t] = finiteOrNaN(values[t - n] as number);
  return out;
}
