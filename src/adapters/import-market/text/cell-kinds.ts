import { scanned, scanTime } from "../time/scan-time.ts";
import type { DateOrder } from "../understanding.ts";

/** The orders of day, month and year, the unmistakable first. */
export const dateOrders: readonly DateOrder[] = ["year-first", "day-first", "month-first"];

const number =
  /^[+-]?\s*(?:[A-Z]{3}|[$€£¥₹₩₽])?\s*[+-]?(?:\d[\d.,'’ \u00a0\u202f]*|[.,]\d+)(e[+-]?\d+)?\s*[\p{L}%]{0,3}$/iu;
const clock = /^\d{1,2}:\d{2}(:\d{2}([.,:]\d+)?)?(\s*[ap]\.?m\.?)?$/i;

/** True for what may be a number in some notation, dates in digits with points among them. */
export const isNumberLike = (cell: string): boolean => cell.length < 40 && number.test(cell);

/** True for a date, with or without time of day, in any notation but epochs. */
export function isTimeLike(cell: string): boolean {
  if (cell.length < 6 || cell.length > 60 || !/\d/.test(cell)) return false;
  return dateOrders.some((order) => !Number.isNaN(scanTime(cell, order)));
}

/** True for a date with a time of day. */
export const isDateWithClock = (cell: string): boolean => isTimeLike(cell) && scanned.clock;

/** True for a time of day alone. */
export const isClock = (cell: string): boolean => clock.test(cell);
