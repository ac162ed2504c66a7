import { checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/** Change over n bars. `momentum([1, 3, 2], 2)` is [NaN, NaN, 1]. */
export function momentum(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("momentum: n", n);
  const values = toColumn(x);
  const out = emptyColumn(values.length, n);
  const { length } = out;
  for (let t = n; t < length; t++) out[t] = finiteOrNaN((values[t] as number) - (values[t - n] as number));
  return out;
}
