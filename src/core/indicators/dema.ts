import { checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { ema } from "./ema.ts";

/** Double exponential moving average: 2·e − ema(e), e = ema(x). Source: Mulloy (1994), Stocks & Commodities 12:1. */
export function dema(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("dema: n", n);
  const first = ema(x, n);
  const second = ema(first, n);
  for (let t = 0; t < first.length; t++) first[t] = finiteOrNaN(2 * (first[t] as number) - (second[t] as number));
  return first;
}
