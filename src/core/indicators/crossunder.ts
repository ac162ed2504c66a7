import { checkColumns } from "./check.ts";

/** 1 at bars where a falls below b, a column or a level, else 0. `crossunder([3, 1, 0], 2)` is [0, 1, 0]. */
export function crossunder(a: ArrayLike<number>, b: ArrayLike<number> | number): Float64Array {
  if (typeof b === "number") return crossunder(a, new Float64Array(a.length).fill(b));
  checkColumns("crossunder", a, b);
  const out = new Float64Array(a.length);
  for (let t = 1; t < a.length; t++) {
    if ((a[t - 1] as number) >= (b[t - 1] as number) && (a[t] as number) < (b[t] as number)) out[t] = 1;
  }
  return out;
}
