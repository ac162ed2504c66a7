import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";

/** ln(a[t]/b[t − shift]) of each bar; NaN unless both are above 0. */
export function logRatio(a: ArrayLike<number>, b: ArrayLike<number>, shift: number): Float64Array {
  const tops = toColumn(a);
  const bases = toColumn(b);
  const out = emptyColumn(tops.length, shift);
  for (let t = shift; t < out.length; t++) {
    const base = bases[t - shift] as number;
    out[t] = base > 0 ? finiteOrNaN(Math.log((tops[t] as number) / base)) : Number.NaN;
  }
  return out;
}
