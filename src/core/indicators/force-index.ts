import { checkColumns, checkLength } from "./check.ts";
import { toColumn } from "./column.ts";
import { diff } from "./diff.ts";
import { exponential } from "./exponential.ts";

/**
 * Force index: EMA over n bars of the change of the close times the volume. Source: Elder (1993), Trading for a Living.
 */
export function forceIndex(close: ArrayLike<number>, volume: ArrayLike<number>, n: number): Float64Array {
  checkLength("forceIndex: n", n);
  checkColumns("forceIndex", close, volume);
  const traded = toColumn(volume);
  const out = diff(close);
  for (let t = 0; t < out.length; t++) out[t] = (out[t] as number) * (traded[t] as number);
  return exponential(out, n, 2 / (n + 1), out);
}
