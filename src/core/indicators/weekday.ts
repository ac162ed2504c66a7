import { dayMs, periodOf } from "./clock.ts";
import { toColumn } from "./column.ts";

const sunday = 3 * dayMs; // 1970-01-04

/** Day of the week of each time in UTC, 0 = Sunday … 6 = Saturday. `weekday([0])`, 1970-01-01, is [4], a Thursday. */
export function weekday(time: ArrayLike<number>): Float64Array {
  const out = toColumn(time).slice();
  for (let t = 0; t < out.length; t++) {
    const day = periodOf(out[t] as number, dayMs, sunday);
    out[t] = day - 7 * Math.floor(day / 7);
  }
  return out;
}
