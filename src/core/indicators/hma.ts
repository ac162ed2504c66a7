import { checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { wma } from "./wma.ts";

/**
 * Hull's moving average: wma of 2·wma(x, n/2) − wma(x, n) over √n bars, both lengths rounded down; n at least 2.
 * Source: Hull (2005).
 */
export function hma(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("hma: n", n, 2);
  const quick = wma(x, Math.floor(n / 2));
  const calm = wma(x, n);
  for (let t = 0; t < quick.length; t++) quick[t] = finiteOrNaN(2 * (quick[t] as number) - (calm[t] as number));
  return wma(quick, Math.floor(Math.sqrt(n)));
}
