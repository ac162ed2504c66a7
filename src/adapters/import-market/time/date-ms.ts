import { midnight } from "../../../core/market/parse-time.ts";

/** Milliseconds from 1970 to midnight of a date; NaN for a date that does not exist, or no market was open on. */
export function dateMs(year: number, month: number, day: number): number {
  return year >= 1500 && year <= 2199 ? midnight(year, month, day) : Number.NaN;
}
