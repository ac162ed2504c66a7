import { mapBars } from "./column.ts";

/** (high + low + close)/3 of each bar. */
export function typicalPrice(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>): Float64Array {
  return mapBars(close.length, (t) => ((high[t] as number) + (low[t] as number) + (close[t] as number)) / 3);
}
