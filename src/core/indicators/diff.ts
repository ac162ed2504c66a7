import { momentum } from "./momentum.ts";

/** Change since the bar before. `diff([1, 3, 2])` is [NaN, 2, −1]. */
export function diff(x: ArrayLike<number>): Float64Array {
  return momentum(x, 1);
}
