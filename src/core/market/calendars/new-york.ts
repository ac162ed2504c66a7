import { easter } from "./easter.ts";

const dayMs = 86_400_000;

/** First year whose closed days are all known here. */
export const newYorkFrom = 1971;

/** Days closed for mourning, weather and war: nyse.com, "Special closings". */
const special: readonly string[] = [
  "1972-12-28",
  "1973-01-25",
  "1977-07-14",
  "1985-09-27",
  "1994-04-27",
  "2001-09-11",
  "2001-09-12",
  "2001-09-13",
  "2001-09-14",
  "2004-06-11",
  "2007-01-02",
  "2012-10-29",
  "2012-10-30",
  "2018-12-05",
  "2025-01-09",
];

const specialDays: ReadonlySet<number> = new Set(special.map((day) => Date.parse(day)));

/** Fixed dates as month (from 0), day, first year; a Saturday's is kept on Friday, a Sunday's on Monday. */
const fixed: readonly (readonly [number, number, number])[] = [
  [5, 19, 2022],
  [6, 4, 0],
  [11, 25, 0],
];

/** Floating days as month, weekday, which one of the month (−1 the last), first year. */
const floating: readonly (readonly [number, number, number, number])[] = [
  [0, 1, 3, 1998],
  [1, 1, 3, 0],
  [4, 1, -1, 0],
  [8, 1, 1, 0],
  [10, 4, 4, 0],
];

/** The `which`-th `weekday` (0 = Sunday) of a month; −1 is the last. */
function floatingDay(year: number, month: number, weekday: number, which: number): number {
  const start = Date.UTC(year, which > 0 ? month : month + 1, which > 0 ? 1 : -6);
  const ahead = (weekday - new Date(start).getUTCDay() + 7) % 7;
  return start + (ahead + (which > 0 ? (which - 1) * 7 : 0)) * dayMs;
}

function observed(day: number): number {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) return day - dayMs;
  return weekday === 0 ? day + dayMs : day;
}

function closedDays(year: number): ReadonlySet<number> {
  const newYear = Date.UTC(year, 0, 1);
  const days = new Set<number>([easter(year) - 2 * dayMs]);
  // Rule 7.2: New Year's Day on a Saturday is not kept on the Friday, the last day of the year's books.
  if (new Date(newYear).getUTCDay() !== 6) days.add(observed(newYear));
  for (const [month, day, since] of fixed) if (year >= since) days.add(observed(Date.UTC(year, month, day)));
  for (const [month, weekday, which, since] of floating) {
    if (year >= since) days.add(floatingDay(year, month, weekday, which));
  }
  // Election days of presidents were closed until 1980.
  if (year <= 1980 && year % 4 === 0) days.add(floatingDay(year, 10, 1, 1) + dayMs);
  return days;
}

const years = new Map<number, ReadonlySet<number>>();

/**
 * True if the New York Stock Exchange was open on the day that starts at `day`, milliseconds UTC; undefined before 1971.
 * Source: the exchange's rule 7.2 and its list of special closings. Years to come follow the rule as it stands.
 */
export function newYorkOpen(day: number): boolean | undefined {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  if (year < newYorkFrom) return undefined;
  if (date.getUTCDay() % 6 === 0) return false;
  let closed = years.get(year);
  if (closed === undefined) {
    closed = closedDays(year);
    years.set(year, closed);
  }
  return !closed.has(day) && !specialDays.has(day);
}
