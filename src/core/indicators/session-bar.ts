import { checkFactor } from "./check.ts";
import { dayMs, hourMs, periodOf } from "./clock.ts";
import { toColumn } from "./column.ts";

/**
 * Place of each bar in its session, 0 = its first bar. A session is a day that begins `start` hours after 00:00 UTC;
 * the first one of the data counts from bar 0, wherever that stands.
 */
export function sessionBar(time: ArrayLike<number>, start = 0): Float64Array {
  checkFactor("sessionBar: start", start);
  const times = toColumn(time);
  const out = new Float64Array(times.length);
  for (let t = 1; t < out.length; t++) {
    const before = periodOf(times[t - 1] as number, dayMs, start * hourMs);
    const same = periodOf(times[t] as number, dayMs, start * hourMs) === before;
    out[t] = same ? (out[t - 1] as number) + 1 : 0;
  }
  return out;
}
