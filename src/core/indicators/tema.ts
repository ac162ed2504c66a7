import { checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { ema } from "./ema.ts";

/** Triple exponential moving average: 3·e − 3·ema(e) + ema(ema(e)), e = ema(x). Source: Mulloy (1994). */
export function tema(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("tema: n", n);
  const first = ema(x, n);
  const second = ema(first, n);
  const third = ema(second, n);
  for (let t = 0; t < first.length; t++) {
    // Equal averages give exactly themselves.
    first[t] = finiteOrNaN(3 * ((first[t] as number) - (second[t] as number)) + (third[t] as number));
  }
  return first;
}
