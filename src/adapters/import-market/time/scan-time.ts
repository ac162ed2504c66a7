import type { DateOrder } from "../understanding.ts";
import { afterNoon, beforeNoon, offsets } from "./clock-words.ts";
import { dateMs } from "./date-ms.ts";
import { monthOf } from "./month-names.ts";
import { periodMs } from "./period-ms.ts";

/** What stood in the last time that `scanTime` read, beside the time itself. */
export interface ScannedTime {
  /** True where a time of day stood there. */
  clock: boolean;
  /** Minutes east of UTC, NaN where none was stated. */
  offset: number;
  /** A word for a zone that is no offset of its own, e.g. `US/Eastern`; empty where there is none. */
  zone: string;
  /** True where the year has two digits: its century is then 1970 to 2069 until the whole file is known. */
  shortYear: boolean;
  /** Digits of fractions of a second are cut to milliseconds; true where more than zeros were lost. */
  finer: boolean;
}

/** Of the last call of `scanTime`; one object for all calls, for a file has millions of them. */
export const scanned: ScannedTime = { clock: false, offset: Number.NaN, zone: "", shortYear: false, finer: false };

let text = "";
let at = 0;
let value = 0;
let width = 0;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** 年 月 日, 年 月 日 in Korean, and the words for hour, minute and second behind digits: signs between numbers, not words. */
const between = new Set([..."年月日년월일時时点分秒시분초"].map((sign) => sign.charCodeAt(0)));

const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code > 0xbf && !between.has(code));

function readNumber(): void {
  value = 0;
  const from = at;
  let code = text.charCodeAt(at);
  while (isDigit(code)) {
    value = value * 10 + code - 48;
    at += 1;
    code = text.charCodeAt(at);
  }
  width = at - from;
}

/** A word: letters, with full stops inside (a.m.), and, where it is a zone, all that follows a slash (US/Eastern, Etc/GMT+5). */
function readWord(zone: boolean): string {
  const from = at;
  let code = text.charCodeAt(at);
  let slash = false;
  while (
    isLetter(code) ||
    (code === 46 && at > from) ||
    (zone && (code === 47 || code === 95)) ||
    (slash && inZone(code))
  ) {
    slash ||= zone && code === 47;
    at += 1;
    code = text.charCodeAt(at);
  }
  return text.slice(from, at).replaceAll(".", "");
}

/** Digits, + and − of names of zones. */
const inZone = (code: number): boolean => isDigit(code) || code === 43 || code === 45;

const fullYear = (year: number, digits: number): number => {
  if (digits > 2) return year;
  scanned.shortYear = true;
  return year < 70 ? 2000 + year : 1900 + year;
};

/**
 * Reads a time in any of the usual notations: dates in digits with any separators or none, with month names, with 2- or 4-digit
 * years, months and quarters without a day (their first), Chinese, Japanese and Korean dates; times of day with or without seconds and fractions, AM and PM, or in digits only;
 * offsets, `Z`, abbreviations and names of zones. `order` decides dates in digits that do not begin with a 4-digit year.
 * Gives milliseconds of the clock on the wall, as if it stood in Greenwich; NaN where the text is no such time. What else was
 * there is in `scanned`.
 */
export function scanTime(cell: string, order: DateOrder): number {
  text = cell;
  at = 0;
  scanned.clock = false;
  scanned.offset = Number.NaN;
  scanned.zone = "";
  scanned.shortYear = false;
  scanned.finer = false;
  const date = scanDate(order);
  if (Number.isNaN(date)) return scanPeriod();
  const clock = at < text.length ? scanClock() : 0;
  return date + clock;
}

/** A month or a quarter without a day. */
function scanPeriod(): number {
  scanned.shortYear = /^\D+\d\d$/.test(text);
  return periodMs(text, fullYear);
}

/** The "th" of 4th, the "de" of Spanish dates. */
const fillers = new Set(["st", "nd", "rd", "th", "de", "del", "of"]);

const fields = [0, 0, 0];
const widths = [0, 0, 0];

function scanDate(order: DateOrder): number {
  let month = 0;
  let numbers = 0;
  let words = 0;
  while (numbers + (month > 0 ? 1 : 0) < 3) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) return Number.NaN;
    if (isDigit(code)) {
      readNumber();
      if (numbers === 0 && month === 0 && width >= 8) return scanCompact();
      fields[numbers] = value;
      widths[numbers] = width;
      numbers += 1;
    } else if (isLetter(code)) {
      const word = readWord(false);
      const found = monthOf(word);
      // A weekday may lead; other words between day, month and year are few.
      if (found === 0) words += fillers.has(word.toLowerCase()) ? 0 : 1;
      if (words > 1 || (words === 1 && found === 0 && numbers > 0) || (found > 0 && month > 0)) return Number.NaN;
      month = Math.max(month, found);
    } else {
      at += 1;
    }
  }
  return month > 0 ? namedMonth(month) : digitsOnly(order);
}

/** With a month's name: the year is the number of 4 digits, else the second one. */
function namedMonth(month: number): number {
  const yearFirst = (widths[0] as number) > 2;
  const year = yearFirst ? 0 : 1;
  return dateMs(fullYear(fields[year] as number, widths[year] as number), month, fields[1 - year] as number);
}

function digitsOnly(order: DateOrder): number {
  const [a, b, c] = fields as [number, number, number];
  const [first, , last] = widths as [number, number, number];
  // Three digits are a year of the Republic of China: 109 is 2020.
  if (first > 2) return first === 4 ? dateMs(a, b, c) : first === 3 ? dateMs(a + 1911, b, c) : Number.NaN;
  if (order === "year-first") return last > 2 ? Number.NaN : dateMs(fullYear(a, first), b, c);
  if (last !== 2 && last !== 4) return Number.NaN;
  const year = fullYear(c, last);
  return order === "day-first" ? dateMs(year, b, a) : dateMs(year, a, b);
}

/** Date and perhaps time of day without separators: YYYYMMDD, YYYYMMDDhh, … hhmm, … hhmmss, … hhmmssfff. */
function scanCompact(): number {
  const from = at - width;
  const part = (start: number, length: number): number => Number(text.slice(from + start, from + start + length));
  const date = dateMs(part(0, 4), part(4, 2), part(6, 2));
  if (width === 8) return date;
  // Seconds since 1970 are numbers of ten digits too: those of 2020 look like years about 1600.
  if (part(0, 4) < 1900) return Number.NaN;
  if (width !== 10 && width !== 12 && width !== 14 && width !== 17) return Number.NaN;
  scanned.clock = true;
  return date + clockMs(part(8, 2), part(10, 2), part(12, 2)) + (width === 17 ? part(14, 3) : 0);
}

/** Milliseconds since midnight; 24:00 is the end of the day; NaN for what no clock shows. */
function clockMs(hour: number, minute: number, second: number): number {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Skips what may stand between date and time of day, and the words for morning and afternoon. */
function skipToClock(): string {
  let half = "";
  for (;;) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || isDigit(code)) return half;
    // The T of ISO 8601.
    if (code === 84 && isDigit(text.charCodeAt(at + 1))) at += 1;
    else if (code === 40 || code === 91) skipBrackets();
    else if (isLetter(code)) {
      const word = readWord(false).toUpperCase();
      if (beforeNoon.has(word) || afterNoon.has(word)) half = word;
    } else at += 1;
  }
}

function skipBrackets(): void {
  const end = text.indexOf(text.charCodeAt(at) === 40 ? ")" : "]", at);
  at = end < 0 ? text.length : end + 1;
}

function scanClock(): number {
  let half = skipToClock();
  if (at >= text.length) return 0;
  scanned.clock = true;
  readNumber();
  const ms =
    isDigit(text.charCodeAt(at + 1)) && separatesClock(text.charCodeAt(at)) ? spelled(value) : bare(value, width);
  half = scanTail() || half;
  if (half === "" || Number.isNaN(ms)) return at < text.length ? Number.NaN : ms;
  if (at < text.length || ms >= 13 * 3_600_000 || ms < 0) return Number.NaN;
  const hours = ms % (12 * 3_600_000);
  return afterNoon.has(half) ? hours + 12 * 3_600_000 : hours;
}

const separatesClock = (code: number): boolean => code === 58 || code === 46 || code === 104 || between.has(code);

/** hh:mm, hh:mm:ss, hh:mm:ss.fff; the hour has been read. */
function spelled(hour: number): number {
  at += 1;
  readNumber();
  const minute = value;
  let second = 0;
  let fraction = 0;
  if (separatesClock(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) {
    at += 1;
    readNumber();
    second = value;
    const point = text.charCodeAt(at);
    if ((point === 46 || point === 44 || point === 58) && isDigit(text.charCodeAt(at + 1))) fraction = scanFraction();
  }
  if (between.has(text.charCodeAt(at))) at += 1;
  return clockMs(hour, minute, second) + fraction;
}

function scanFraction(): number {
  at += 1;
  const from = at;
  readNumber();
  const digits = text.slice(from, at);
  scanned.finer ||= /[1-9]/.test(digits.slice(3));
  return Number(digits.slice(0, 3).padEnd(3, "0"));
}

/** A time of day in digits only: hour alone, hmm, hhmm, hmmss, hhmmss, hhmmssfff. */
function bare(digits: number, count: number): number {
  if (count <= 2) return clockMs(digits, 0, 0);
  if (count <= 4) return clockMs(Math.floor(digits / 100), digits % 100, 0);
  if (count <= 6) return clockMs(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
  if (count !== 9) return Number.NaN;
  return bare(Math.floor(digits / 1000), 6) + (digits % 1000);
}

/** What follows a time of day: AM or PM (given back), an offset, a zone. */
function scanTail(): string {
  let half = "";
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 90 && at + 1 === text.length) {
      at += 1;
      scanned.offset = 0;
    } else if (code === 40 || code === 91) skipBrackets();
    else if ((code === 43 || code === 45) && isDigit(text.charCodeAt(at + 1))) scanOffset(code === 45 ? -1 : 1);
    else if (isLetter(code)) half = scanTailWord(readWord(true)) || half;
    else if (code === 32 || code === 45 || code === 0xa0 || code === 0x202f) at += 1;
    else return half;
  }
  return half;
}

/** Gives back a word for AM or PM; takes in one for a zone. */
function scanTailWord(word: string): string {
  const upper = word.toUpperCase();
  if (beforeNoon.has(upper) || afterNoon.has(upper)) return upper;
  const offset = offsets[upper];
  if (offset === undefined) scanned.zone = word;
  else scanned.offset = offset;
  return "";
}

/** +hh, +hhmm or +hh:mm. */
function scanOffset(sign: number): void {
  at += 1;
  readNumber();
  let minutes = width > 2 ? Math.floor(value / 100) * 60 + (value % 100) : value * 60;
  if (width <= 2 && text.charCodeAt(at) === 58) {
    at += 1;
    readNumber();
    minutes += value;
  }
  scanned.offset = sign * minutes;
}
