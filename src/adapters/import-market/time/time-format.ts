import { parseDecimal } from "../../../core/market/parse-decimal.ts";
import { dateOrders } from "../text/cell-kinds.ts";
import type { DateOrder } from "../understanding.ts";
import { describePeriod } from "./period-ms.ts";
import { scanned, scanTime } from "./scan-time.ts";

/** The notation of a column of times. */
export type TimeFormat =
  | { readonly kind: "epoch"; readonly unit: EpochUnit }
  /** One of several orders, until the whole file has been read. */
  | { readonly kind: "calendar"; readonly orders: readonly DateOrder[]; readonly six?: SixDigits }
  /** Days since 30 December 1899, as spreadsheets count them, or since 1 January 1970, as R does. */
  | { readonly kind: "serial"; readonly from: 1899 | 1970 }
  /** Milliseconds since midnight of a day that the file's name states: that midnight, ms. */
  | { readonly kind: "milliseconds of the day"; readonly midnight: number };

/** Unit of a number of seconds or less since 1970; `ticks` are .NET's, of 100 ns since the year 1. */
export type EpochUnit = "seconds" | "milliseconds" | "microseconds" | "nanoseconds" | "ticks";

/** What dates of six digits are: a date of a two-digit year in some order, or a month. */
export type SixDigits = "yymmdd" | "yyyymm";

/** What a cell of a column that may hold times holds. */
export type TimeContent = "full" | "date" | "clock" | "none";

const perMs: Readonly<Record<EpochUnit, number>> = {
  seconds: 0.001,
  milliseconds: 1,
  microseconds: 1000,
  nanoseconds: 1_000_000,
  ticks: 10_000,
};

/** Milliseconds from the beginning of the year 1 to 1970. */
const ticksToEpoch = 62_135_596_800_000;
/** .NET's ticks of 1965 to 2060; nanoseconds would be a year around 1990. */
const tickCell = /^6[2-4]\d{16}$/;

/** Digits before the point: 2001-09-09 to 2286 in seconds, from 1973 on in nine; negative ones alike before 1970. */
const unitOfDigits: Readonly<Record<number, EpochUnit>> = {
  9: "seconds",
  10: "seconds",
  11: "milliseconds",
  12: "milliseconds",
  13: "milliseconds",
  14: "microseconds",
  15: "microseconds",
  16: "microseconds",
  17: "nanoseconds",
  18: "nanoseconds",
  19: "nanoseconds",
};

/** 1 January 1970 in a spreadsheet. */
const serialOf1970 = 25_569;

const epochCell = /^-?(\d{9,19})(?:\.\d+)?$/;
const clockCell = /^(\d{1,2}[:.]\d{2}([:.]\d{2}([.,:]\d+)?)?(\s*[ap]\.?m\.?)?|\d{1,6}|\d{9})$/i;

/**
 * The notation of sample cells of one column; null where most are no times. Numbers are epochs where they have the digits of
 * one and are no date without separators; 43831 and the like are days of a spreadsheet. A cell such as 03/04/2020 leaves
 * several orders. Dates of six digits (200131) are looked for only where `isDate` says that the column is one of dates.
 */
export function detectTimeFormat(cells: readonly string[], isDate = false): TimeFormat | null {
  const given = cells.filter((cell) => cell !== "");
  const six = isDate ? sixDigitsOf(given) : undefined;
  const filled = six === undefined ? given : given.map((cell) => spread(cell, six));
  const most = 0.5 * filled.length;
  const reads = (cell: string, order: DateOrder): boolean => !Number.isNaN(scanTime(cell, order));
  const counts = dateOrders.map((order) => filled.filter((cell) => reads(cell, order)).length);
  const readable = filled.filter((cell) => dateOrders.some((order) => reads(cell, order)));
  if (readable.length > most) {
    return { kind: "calendar", orders: possibleOrders(readable, counts), ...(six === undefined ? {} : { six }) };
  }
  const epochs = filled.flatMap((cell) => unitOfDigits[epochCell.exec(cell)?.[1]?.length ?? 0] ?? []);
  if (epochs.length > most) {
    return { kind: "epoch", unit: filled.every((cell) => tickCell.test(cell)) ? "ticks" : commonest(epochs) };
  }
  const serials = filled.filter((cell) => /^[1-7]\d{4}([.,]\d+)?$/.test(cell));
  return serials.length > most ? { kind: "serial", from: firstDayOf(serials) } : null;
}

/**
 * From when days are counted. 18263 is 1 January 1950 in a spreadsheet and 1 January 2020 in R: R's it is unless a market that
 * rests at weekends would be open then, and not by the spreadsheet's count.
 */
function firstDayOf(cells: readonly string[]): 1899 | 1970 {
  const days = cells.map((cell) => Math.floor(Number(cell.replace(",", "."))));
  if (days.some((day) => day >= 20_700)) return 1899;
  const weekends = (shift: number): number =>
    days.filter((day) => [6, 0].includes((((day - shift + 4) % 7) + 7) % 7)).length / days.length;
  return weekends(serialOf1970) <= 0.01 && weekends(0) > 0.1 ? 1899 : 1970;
}

/** What the six digits of a column of dates are; undefined where cells hold anything else. */
function sixDigitsOf(cells: readonly string[]): SixDigits | undefined {
  if (cells.length === 0 || !cells.every((cell) => /^\d{6}(?!\d)/.test(cell))) return undefined;
  const isMonth = (cell: string): boolean => /^(?:1[89]|20|21)\d\d(?:0[1-9]|1[0-2])$/.test(cell);
  return cells.every(isMonth) ? "yyyymm" : "yymmdd";
}

/** A date of six digits with hyphens. */
export function spread(cell: string, six: SixDigits): string {
  return six === "yyyymm"
    ? `${cell.slice(0, 4)}-${cell.slice(4)}`
    : cell.replace(/^(\d\d)(\d\d)(\d\d)(?!\d)/, "$1-$2-$3");
}

/** The unit of most cells; Binance changed from milliseconds to microseconds in the midst of its files. */
function commonest(units: readonly EpochUnit[]): EpochUnit {
  const count = (unit: EpochUnit): number => units.filter((one) => one === unit).length;
  return [...new Set(units)].reduce((best, unit) => (count(unit) > count(best) ? unit : best));
}

/**
 * The unit of a number in a column of `usual` ones: seconds of 12 digits or more would be of the year 30000, milliseconds of 15
 * too, and microseconds of 13 of January 1970.
 */
function unitOf(size: number, usual: EpochUnit): EpochUnit {
  if (usual === "microseconds" && size >= 1e12 && size < 1e13) return "milliseconds";
  if ((usual !== "seconds" || size < 1e11) && (usual !== "milliseconds" || size < 1e14)) return usual;
  if (size >= 1e17) return "nanoseconds";
  return size >= 1e14 ? "microseconds" : "milliseconds";
}

/** The orders that read a good part of the sample; one alone where year or month are unmistakable. */
function possibleOrders(cells: readonly string[], counts: readonly number[]): readonly DateOrder[] {
  const orders = dateOrders.filter((_, i) => (counts[i] as number) > 0.2 * Math.max(...counts));
  // 01/01/2017 reads the same in any order, and yet the next line need not.
  const clear = !cells.some((cell) => /^\D*\d{1,2}[^\d\p{L}]+\d{1,2}[^\d\p{L}]+\d/u.test(cell));
  return clear ? orders.slice(0, 1) : orders;
}

/** What the cells of a column hold, as far as times go. Times of day in digits only count where `isClock` is set, dates of six digits where `isDate` is. */
export function timeContent(cells: readonly string[], isClock: boolean, isDate = false): TimeContent {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return "none";
  const format = detectTimeFormat(filled, isDate);
  if (format?.kind === "calendar") {
    const { orders } = format;
    const hasClock = (cell: string): boolean =>
      orders.some((order) => !Number.isNaN(scanTime(cell, order)) && scanned.clock);
    return filled.some(hasClock) ? "full" : "date";
  }
  if (format?.kind === "epoch") return "full";
  const clocks = filled.filter((cell) => clockCell.test(cell) && (isClock || cell.includes(":")));
  if (clocks.length > 0.5 * filled.length) return "clock";
  return format === null ? "none" : "full";
}

/** The number of an epoch, whatever its length; NaN for any other text, powers of ten among them. */
function epochNumber(cell: string): number {
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if ((code < 48 || code > 57) && code !== 46 && (code !== 45 || i > 0)) return Number.NaN;
  }
  return parseDecimal(cell);
}

/** A time of one cell in a notation that leaves no choice, in ms; NaN where the cell holds none. */
export function readTime(cell: string, format: Exclude<TimeFormat, { kind: "calendar" }>): number {
  if (cell === "") return Number.NaN;
  if (format.kind === "epoch") {
    const value = epochNumber(cell);
    // Digits that nanoseconds have beyond a double's 15 stand for less than a microsecond.
    const ms = Math.floor(Math.round(value / (perMs[unitOf(Math.abs(value), format.unit)] / 1000)) / 1000);
    return format.unit === "ticks" ? ms - ticksToEpoch : ms;
  }
  const value = Number(cell.replace(",", "."));
  if (format.kind === "milliseconds of the day") {
    return value >= 0 && value < 86_400_000 ? format.midnight + value : Number.NaN;
  }
  if (value < 10_000 || value >= 80_000) return Number.NaN;
  return Math.round((value - (format.from === 1899 ? serialOf1970 : 0)) * 86_400) * 1000;
}

const sixLetters = { "year-first": "YYMMDD", "day-first": "DDMMYY", "month-first": "MMDDYY", month: "YYYYMM" };

/** A notation in the letters that people write it with: `DD.MM.YYYY hh:mm:ss`. */
export function describeFormat(format: TimeFormat, order: DateOrder | undefined, example: string): string {
  if (format.kind === "epoch") return format.unit === "ticks" ? ".NET ticks" : `${format.unit} since 1970`;
  if (format.kind === "serial") return format.from === 1899 ? "days of a spreadsheet" : "days since 1970";
  if (format.kind === "milliseconds of the day") return "milliseconds since midnight, the day in the file's name";
  if (format.six !== undefined) return sixLetters[format.six === "yyyymm" ? "month" : (order ?? "year-first")];
  const period = describePeriod(example);
  if (period !== null) return period;
  const offset = /\s*(Z|[+-]\d{2}:?\d{2})$/.exec(example);
  const clock = example.slice(0, offset?.index);
  return (
    patternOf(clock, order ?? "year-first") +
    (clock.length > 10 && offset !== null ? "±hh:mm" : example.slice(clock.length))
  );
}

/** `29-Nov-19 9:30 AM` → `DD-MMM-YY h:mm AM`. */
function patternOf(example: string, order: DateOrder): string {
  const compact = /^\d{8,}/.exec(example)?.[0];
  const letters = compact === undefined ? lettersOf(example, order) : ["YYYYMMDDhhmmssfff".slice(0, compact.length)];
  const clock = ["h", "m", "s", "f"];
  let field = 0;
  return example.replace(/\d+|\p{L}{3,}/gu, (run) => {
    if (/\D/.test(run) && letters[field] !== "MMM") return run;
    const letter = letters[field] ?? clock[field - letters.length] ?? "";
    field += 1;
    if (letter.length > 1) return letter;
    if (letter === "h" && run.length > 2) return "hhmmssfff".slice(0, run.length);
    return letter.repeat(run.length);
  });
}

function lettersOf(example: string, order: DateOrder): readonly string[] {
  const runs = example.match(/\d+|\p{L}{3,}/gu) ?? [];
  if (runs.slice(0, 3).some((run) => /\D/.test(run))) {
    if (/\D/.test(runs[0] ?? "")) return ["MMM", "D", "Y"];
    return (runs[0]?.length ?? 0) > 2 ? ["Y", "MMM", "D"] : ["D", "MMM", "Y"];
  }
  if (order === "year-first" || (runs[0]?.length ?? 0) > 2) return ["Y", "M", "D"];
  return order === "day-first" ? ["D", "M", "Y"] : ["M", "D", "Y"];
}
