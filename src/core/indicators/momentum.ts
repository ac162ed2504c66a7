import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";

/** Change over n bars. `momentum([1, 3, 2], 2)` is [NaN, NaN, 1]. */
export function momentum(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("momentum: n", n);
  return mapBars(x.length, (t) => (t < n ? Number.NaN : (x[t] as number) - (x[t - n] as number)));
}
