import type { RawBars } from "../raw-bars.ts";
import { isDescending } from "./sorted-rows.ts";

/** Rows of one time: the first of the file, and each later one. */
export interface SameTime {
  readonly first: number;
  readonly again: number;
  /** True if the later row repeats the four prices and the volume of the first. */
  readonly identical: boolean;
}

/** Every row whose time stands already in an earlier row of the file, in the order of the file. Rows without a time are passed over. */
export function sameTimes(raw: RawBars): readonly SameTime[] {
  if (isStrict(raw.time)) return [];
  const rows = new Int32Array(raw.length);
  let count = 0;
  for (let i = 0; i < raw.length; i++) if (Number.isFinite(raw.time[i] as number)) rows[count++] = i;
  const sorted = rows.subarray(0, count).sort((a, b) => (raw.time[a] as number) - (raw.time[b] as number) || a - b);
  const pairs: SameTime[] = [];
  for (let k = 1, start = 0; k < count; k++) {
    const first = sorted[start] as number;
    const again = sorted[k] as number;
    if (raw.time[first] === raw.time[again]) pairs.push({ first, again, identical: sameBar(raw, first, again) });
    else start = k;
  }
  return pairs.sort((a, b) => a.again - b.again);
}

/** True if two rows hold the same prices and volume; two missing values are the same. */
export function sameBar(raw: RawBars, i: number, j: number): boolean {
  return (
    Object.is(raw.open[i], raw.open[j]) &&
    Object.is(raw.high[i], raw.high[j]) &&
    Object.is(raw.low[i], raw.low[j]) &&
    Object.is(raw.close[i], raw.close[j]) &&
    Object.is(raw.volume[i], raw.volume[j])
  );
}

/** True if no time can be there twice: they all rise, or all fall. */
function isStrict(time: Float64Array): boolean {
  const sign = isDescending(time) ? -1 : 1;
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < time.length; i++) {
    const at = sign * (time[i] as number);
    if (Number.isNaN(at)) continue;
    if (at <= before) return false;
    before = at;
  }
  return true;
}
