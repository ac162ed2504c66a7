import type { RawBars } from "../raw-bars.ts";

/** True if row `i` holds a time and four prices above 0. */
export function isUsable(raw: RawBars, i: number): boolean {
  const time = raw.time[i] as number;
  return (
    time > Number.NEGATIVE_INFINITY &&
    time < Number.POSITIVE_INFINITY &&
    isPrice(raw.open[i] as number) &&
    isPrice(raw.high[i] as number) &&
    isPrice(raw.low[i] as number) &&
    isPrice(raw.close[i] as number)
  );
}

function isPrice(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY;
}

/** True if most neighbouring times of the file fall. Rows without a time are passed over. */
export function isDescending(time: Float64Array): boolean {
  let balance = 0;
  let before = Number.NaN;
  for (let i = 0; i < time.length; i++) {
    const at = time[i] as number;
    if (Number.isNaN(at)) continue;
    if (at > before) balance += 1;
    else if (at < before) balance -= 1;
    before = at;
  }
  return balance < 0;
}

/**
 * Rows of the usable bars, oldest first, one for each time: the first of the file where a time is there twice. Files that are in
 * order, or in reverse order, are not sorted but walked.
 */
export function sortedRows(raw: RawBars): { readonly rows: Int32Array; readonly descending: boolean } {
  const descending = isDescending(raw.time);
  const rows = new Int32Array(raw.length);
  let count = 0;
  let ordered = true;
  let before = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < raw.length; k++) {
    const i = descending ? raw.length - 1 - k : k;
    if (!isUsable(raw, i)) continue;
    const at = raw.time[i] as number;
    if (at <= before) ordered = false;
    before = at;
    rows[count++] = i;
  }
  const usable = rows.subarray(0, count);
  return { rows: ordered ? usable.slice() : distinct(raw, usable), descending };
}

function distinct(raw: RawBars, rows: Int32Array): Int32Array {
  const sorted = rows.slice().sort((a, b) => (raw.time[a] as number) - (raw.time[b] as number) || a - b);
  let kept = 0;
  for (let k = 0; k < sorted.length; k++) {
    const i = sorted[k] as number;
    if (kept > 0 && raw.time[sorted[kept - 1] as number] === raw.time[i]) continue;
    sorted[kept++] = i;
  }
  return sorted.slice(0, kept);
}
