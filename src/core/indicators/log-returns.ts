import { mapBars } from "./column.ts";

/** ln(x[t]/x[t − 1]); NaN unless both are above 0. */
export function logReturns(x: ArrayLike<number>): Float64Array {
  return mapBars(x.length, (t) => {
    const before = t === 0 ? Number.NaN : (x[t - 1] as number);
    return before > 0 ? Math.log((x[t] as number) / before) : Number.NaN;
  });
}
