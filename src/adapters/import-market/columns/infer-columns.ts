import { UserError } from "../../../core/failure.ts";
import { createNumberEvidence } from "../numbers/number-evidence.ts";
import { numberStyle } from "../numbers/number-style.ts";
import { type NumberStyle, parseNumber } from "../numbers/parse-number.ts";
import { isNumberLike, isTimeLike } from "../text/cell-kinds.ts";
import type { Sample } from "../text/sample.ts";
import { scanTime } from "../time/scan-time.ts";
import { detectTimeFormat, readTime, timeContent } from "../time/time-format.ts";
import type { Role } from "../understanding.ts";
import { volumeColumn } from "./volume-column.ts";

/** Fewer bars do not tell open from close: the usual order is taken. */
const enoughBars = 20;

interface Inferred {
  readonly roles: readonly (Role | null)[];
  readonly notes: readonly string[];
}

/**
 * What the columns of a table without header hold, by their values: the first with dates or epochs is the time (a time of day
 * may follow), then the first four columns of numbers of which one is the highest and one the lowest of the bar throughout.
 * Of the other two the one nearer to the last bar's other is the open. The first number behind that is no price is the volume. Throws `UserError`
 * where no such columns are found.
 */
export function inferColumns(sample: Sample): Inferred {
  const width = Math.max(...sample.rows.slice(0, 50).map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, i) => sample.rows.map(({ cells }) => cells[i] ?? ""));
  const roles: (Role | null)[] = columns.map(() => null);
  const time = columns.findIndex((cells) => detectTimeFormat(cells) !== null && timeContent(cells, false) !== "none");
  if (time < 0) throw noBars(sample, "no column of dates or times");
  roles[time] = "time";
  const next = columns[time + 1];
  const hasClock = timeContent(columns[time] ?? [], false) === "date" && next !== undefined && isClockColumn(next);
  if (hasClock) roles[time + 1] = "clock";
  const symbol = columns.findIndex((cells, i) => roles[i] === null && isSymbols(cells));
  if (symbol >= 0) roles[symbol] = "symbol";
  const numeric = columns
    .map((_, i) => i)
    .filter((i) => roles[i] === null && isNumeric(columns[i] as readonly string[]));
  const evidence = createNumberEvidence();
  for (const i of numeric) for (const cell of columns[i] as readonly string[]) evidence.add(cell, i);
  const { delimiter, name } = sample;
  const style = numberStyle(evidence.found(), { delimiter, name, given: undefined, usual: undefined }, false);
  const values = new Map(numeric.map((i) => [i, numbersOf(columns[i] as readonly string[], style)]));
  if (numeric.length === 1) {
    roles[numeric[0] as number] = "close";
    return { roles, notes: [] };
  }
  assignPrices(sample, numeric, values, roles, columns[time] ?? []);
  return { roles, notes: [] };
}

/** Times of day with colons, or whole numbers of 3 to 6 digits that stand for hours and minutes throughout. */
const isClockColumn = (cells: readonly string[]): boolean =>
  timeContent(cells, false) === "clock" ||
  cells.every((cell) => /^(?:[01]?\d|2[0-4])[0-5]\d(?:[0-5]\d)?$/.test(cell) || /^0+$/.test(cell));

/** A name in every row: files of several instruments must not pass for one. */
const isSymbols = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^[\p{L}^][\p{L}\d.^=/:_-]{0,20}$/u.test(cell) && !isTimeLike(cell));

function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  const numbers = filled.filter((cell) => isNumberLike(cell) && (!isTimeLike(cell) || /^\d+$/.test(cell)));
  return filled.length > 0 && numbers.length > 0.9 * filled.length;
}

const numbersOf = (cells: readonly string[], style: NumberStyle): Float64Array =>
  Float64Array.from(cells, (cell) => parseNumber(cell, style));

function assignPrices(
  sample: Sample,
  numeric: readonly number[],
  values: ReadonlyMap<number, Float64Array>,
  roles: (Role | null)[],
  times: readonly string[],
): void {
  for (let start = 0; start + 4 <= numeric.length; start++) {
    const four = numeric.slice(start, start + 4);
    const columns = four.map((i) => values.get(i) as Float64Array);
    const found = areOfOneScale(columns) ? arrange(columns, goesBack(times)) : null;
    if (found === null) continue;
    const named: readonly Role[] = ["open", "high", "low", "close"];
    for (const [k, role] of named.entries()) roles[four[found[k] as number] as number] = role;
    const [, high, low, close] = found.map((k) => columns[k] as Float64Array) as [unknown, ...Float64Array[]];
    const others = [...numeric.slice(start + 4), ...numeric.slice(0, start)];
    const rest = others.map((i) => values.get(i) as Float64Array);
    const volume = others[volumeColumn(rest, { high, low, close } as Prices) ?? -1];
    if (volume !== undefined) roles[volume] = "volume";
    return;
  }
  throw noBars(sample, `${numeric.length} columns of numbers, and no four of them are open, high, low and close`);
}

type Prices = Parameters<typeof volumeColumn>[1];

/** Prices of a bar are near each other, save where they are near 0; a volume among them is another number altogether. */
function areOfOneScale(columns: readonly Float64Array[]): boolean {
  const sizes = columns.map((column) => medianSize(column));
  const most = Math.max(...sizes);
  const apart = (columns[0]?.length ?? 0) < enoughBars ? 10 : 1.5;
  return most < 1 || most < apart * Math.min(...sizes);
}

function medianSize(column: Float64Array): number {
  const sorted = column
    .filter((value) => !Number.isNaN(value))
    .map(Math.abs)
    .sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** Where open, high, low and close stand among four columns; null where no column is the highest and lowest throughout. */
function arrange(columns: readonly Float64Array[], newestFirst: boolean): readonly number[] | null {
  const positions = [0, 1, 2, 3];
  // The usual places first: flat bars leave the choice open.
  const high = [1, 0, 2, 3].find((i) => isExtreme(columns, i, 1));
  const low = [2, 1, 3, 0].find((i) => i !== high && isExtreme(columns, i, -1));
  if (high === undefined || low === undefined) return null;
  const [a, b] = positions.filter((i) => i !== high && i !== low) as [number, number];
  const [first, second] = [columns[a], columns[b]] as [Float64Array, Float64Array];
  const usual = jumps(first, second, newestFirst);
  const swapped = jumps(second, first, newestFirst);
  const isSwapped = first.length >= enoughBars && swapped < 0.5 * usual;
  return isSwapped ? [b, high, low, a] : [a, high, low, b];
}

/** True if column `i` is the highest (sign 1) or lowest (−1) of its bar in 98 % of the bars. */
function isExtreme(columns: readonly Float64Array[], i: number, sign: number): boolean {
  const own = columns[i] as Float64Array;
  const breaks = own.filter((value, t) => columns.some((other) => sign * (other[t] as number) > sign * value + 1e-12));
  return breaks.length <= 0.02 * own.length;
}

/** Mean distance from a close to the next open. */
function jumps(open: Float64Array, close: Float64Array, newestFirst: boolean): number {
  let sum = 0;
  let count = 0;
  for (let t = 1; t < open.length; t++) {
    const [before, after] = newestFirst ? [t, t - 1] : [t - 1, t];
    const jump = Math.abs((open[after] as number) - (close[before] as number));
    if (!Number.isFinite(jump)) continue;
    sum += jump;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** True if most steps of the sample's times go back, in the first order of dates that reads them. */
function goesBack(times: readonly string[]): boolean {
  const format = detectTimeFormat(times);
  const read = (cell: string): number => {
    if (format === null) return Number.NaN;
    return format.kind === "calendar" ? scanTime(cell, format.orders[0] ?? "year-first") : readTime(cell, format);
  };
  const steps = times.slice(1).map((cell, t) => Math.sign(read(cell) - read(times[t] as string)) || 0);
  return steps.reduce((sum, step) => sum + step, 0) < 0;
}

function noBars(sample: Sample, why: string): UserError {
  const line = (sample.rows[0]?.cells ?? []).join(sample.delimiter).slice(0, 80);
  return new UserError(
    `${sample.name}: not a table of bars: ${why}; the first line is "${line}". Wanted a header (date, open, high, low, close, ` +
      "volume) or rows of those; a vendor's own format can be named with --vendor",
  );
}
