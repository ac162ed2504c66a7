import { emptyColumn, toColumn } from "./column.ts";

/**
 * Bars since the highest (`sign` 1) or lowest (`sign` −1) of the last n values, the latest of equals, from bar n − 1
 * on; NaN while the window holds a NaN. Tails and heads of blocks of n, as in `rollingExtreme`, of places instead of
 * values.
 */
export function rollingArgmax(x: ArrayLike<number>, n: number, sign: 1 | -1): Float64Array {
  const out = emptyColumn(x.length);
  if (n > x.length) return out;
  const values = toColumn(x);
  const tails = new Int32Array(n + 1);
  let unknown = -1; // the last bar without a value
  for (let start = 0; start < values.length; start += n) {
    let tail = start - 1;
    for (let i = tail; i > start - n && i > 0; i--) {
      if ((values[i] as number) * sign > (values[tail] as number) * sign) tail = i;
      tails[i - start + n] = tail;
    }
    const size = Math.min(n, values.length - start);
    let head = start;
    for (let j = 0; j < size; j++) {
      const t = start + j;
      if (!Number.isFinite(values[t] as number)) unknown = t;
      if ((values[t] as number) * sign >= (values[head] as number) * sign) head = t;
      if (t < n - 1 || t - unknown < n) continue;
      const before = j === n - 1 ? head : (tails[j + 1] as number);
      out[t] = t - ((values[before] as number) * sign > (values[head] as number) * sign ? before : head);
    }
  }
  return out;
}
