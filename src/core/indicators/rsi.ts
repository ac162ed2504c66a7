import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { diff } from "./diff.ts";
import { wilder } from "./wilder.ts";

/**
 * Relative strength index, 0 … 100: 100·gain/(gain + loss) of Wilder's averages over n changes; 100 without losses, NaN
 * where nothing changed at all. Source: Wilder (1978), New Concepts.
 */
export function rsi(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("rsi: n", n);
  const change = diff(x);
  const gain = wilder(
    mapBars(x.length, (t) => Math.max(change[t] as number, 0)),
    n,
  );
  const loss = wilder(
    mapBars(x.length, (t) => Math.max(-(change[t] as number), 0)),
    n,
  );
  return mapBars(x.length, (t) => (100 * (gain[t] as number)) / ((gain[t] as number) + (loss[t] as number)));
}
