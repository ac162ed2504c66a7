import { emptyColumn, toColumn } from "./column.ts";
import { orderWindow } from "./order-window.ts";

/** Quantile q of the last n values, from bar n − 1 on, linear between the two nearest places; `q` from 0 to 1. */
export function rollingQuantile(x: ArrayLike<number>, n: number, q: number): Float64Array {
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const values = toColumn(x);
  const window = orderWindow(n);
  const below = Math.floor(q * (n - 1));
  const share = q * (n - 1) - below;
  for (let t = 0; t < values.length; t++) {
    const value = values[t] as number;
    if (!Number.isFinite(value)) {
      window.clear();
      continue;
    }
    if (window.size < n) window.add(value);
    else window.replace(values[t - n] as number, value);
    if (window.size < n) continue;
    const low = window.at(below);
    out[t] = share === 0 ? low : low + (window.at(below + 1) - low) * share;
  }
  return out;
}
