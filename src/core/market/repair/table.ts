import type { RawBars } from "../raw-bars.ts";
import type { CellChange, Repair } from "./repair-record.ts";

/** Lines and cells that a repair lists at most. */
const listedLines = 1000;
const listedChanges = 20;

/** A copy of raw bars: repairs never write into the file's own columns. */
export function copyRaw(raw: RawBars): RawBars {
  return {
    length: raw.length,
    time: raw.time.slice(),
    open: raw.open.slice(),
    high: raw.high.slice(),
    low: raw.low.slice(),
    close: raw.close.slice(),
    volume: raw.volume.slice(),
    line: raw.line.slice(),
  };
}

/** The rows of a table in another order, or fewer of them. */
export function takeRows(raw: RawBars, rows: ArrayLike<number>): RawBars {
  const length = rows.length;
  const take = (column: Float64Array): Float64Array => {
    const out = new Float64Array(length);
    for (let k = 0; k < length; k++) out[k] = column[rows[k] as number] as number;
    return out;
  };
  return {
    length,
    time: take(raw.time),
    open: take(raw.open),
    high: take(raw.high),
    low: take(raw.low),
    close: take(raw.close),
    volume: take(raw.volume),
    line: Int32Array.from(rows, (row) => raw.line[row] as number),
  };
}

/** A table without some of its rows. */
export function withoutRows(raw: RawBars, rows: Iterable<number>): RawBars {
  const gone = new Set(rows);
  const kept = new Int32Array(raw.length - gone.size);
  let count = 0;
  for (let i = 0; i < raw.length; i++) if (!gone.has(i)) kept[count++] = i;
  return takeRows(raw, kept);
}

/** The record of a repair of these rows of `raw`. */
export function record(
  raw: RawBars,
  rule: string,
  done: string,
  rows: readonly number[],
  changes: readonly CellChange[] = [],
): Repair {
  const lines = rows.slice(0, listedLines).map((row) => raw.line[row] as number);
  return { rule, done, count: rows.length, lines, changes: changes.slice(0, listedChanges) };
}

/** A change of one cell, with null for what is no number. */
export function cellChange(
  raw: RawBars,
  row: number,
  column: CellChange["column"],
  before: number,
  after: number,
): CellChange {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return { line: raw.line[row] as number, column, before: finite(before), after: finite(after) };
}
