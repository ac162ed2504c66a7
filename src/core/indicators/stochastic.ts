import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { highest } from "./highest.ts";
import { lowest } from "./lowest.ts";
import { sma } from "./sma.ts";

/** Fast stochastic oscillator: place of the close in the range of n bars, 0 … 100, and its average over m; NaN in no range. */
export function stochastic(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
  m: number,
): { readonly k: Float64Array; readonly d: Float64Array } {
  checkLength("stochastic: n", n);
  checkLength("stochastic: m", m);
  checkColumns("stochastic", high, low, close);
  const top = highest(high, n);
  const bottom = lowest(low, n);
  const k = mapBars(
    close.length,
    (t) => (100 * ((close[t] as number) - (bottom[t] as number))) / ((top[t] as number) - (bottom[t] as number)),
  );
  return { k, d: sma(k, m) };
}
