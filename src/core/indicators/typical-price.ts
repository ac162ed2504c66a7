import { toColumn } from "./column.ts";

/** (high + low + close)/3 of each bar. */
export function typicalPrice(high: ArrayLike<number>, low: ArrayLike<number>, close: ArrayLike<number>): Float64Array {
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const closes = toColumn(close);
  const out = new Float64Array(closes.length);
  for (let t = 0; t < out.length; t++) {
    out[t] = ((tops[t] as number) + (bottoms[t] as number) + (closes[t] as number)) / 3;
  }
  return out;
}
