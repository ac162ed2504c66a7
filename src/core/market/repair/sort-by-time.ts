import { isDescending } from "../lint/sorted-rows.ts";
import { counted } from "../lint/text.ts";
import type { RawBars } from "../raw-bars.ts";
import type { Repair } from "./repair-record.ts";
import { copyRaw, record, takeRows } from "./table.ts";

/**
 * A table oldest first; rows of one time keep the order of the file, rows without a time stand last. A file that is in order comes back
 * as a copy, one that runs backwards turned round: neither is a repair.
 */
export function sortByTime(raw: RawBars): { readonly raw: RawBars; readonly repairs: readonly Repair[] } {
  const { time } = raw;
  const descending = isDescending(time);
  const against: number[] = [];
  let falls = false;
  let before = Number.NaN;
  for (let i = 0; i < raw.length; i++) {
    const at = time[i] as number;
    if (Number.isNaN(at)) continue;
    if (at < before) falls = true;
    if (descending ? at > before : at < before) against.push(i);
    before = at;
  }
  if (!falls) return { raw: copyRaw(raw), repairs: [] };
  const key = (i: number): number => (Number.isNaN(time[i]) ? Number.POSITIVE_INFINITY : (time[i] as number));
  const rows = Int32Array.from({ length: raw.length }, (_, i) => i).sort((a, b) => compare(key(a), key(b)) || a - b);
  const done = `${counted(against.length, "bar")} out of order: all sorted by time`;
  return { raw: takeRows(raw, rows), repairs: against.length > 0 ? [record(raw, "unsorted", done, against)] : [] };
}

/** Two infinities compare as equal, which their difference does not. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
