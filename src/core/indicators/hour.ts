import { dayMs, hourMs, periodOf } from "./clock.ts";
import { toColumn } from "./column.ts";

/** Hour of the day of each time in UTC, in [0, 24). `hour([52_200_000])`, 14:30, is [14.5]. */
export function hour(time: ArrayLike<number>): Float64Array {
  const out = toColumn(time).slice();
  for (let t = 0; t < out.length; t++) {
    const now = out[t] as number;
    out[t] = (now - dayMs * periodOf(now, dayMs, 0)) / hourMs;
  }
  return out;
}
