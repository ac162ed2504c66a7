import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";

/** The value n bars earlier. `lag([1, 2, 3], 1)` is [NaN, 1, 2]. */
export function lag(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("lag: n", n);
  return mapBars(x.length, (t) => (t < n ? Number.NaN : (x[t - n] as number)));
}
