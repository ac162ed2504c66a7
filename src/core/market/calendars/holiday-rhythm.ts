import { easter } from "./easter.ts";

const dayMs = 86_400_000;

/**
 * Which of the closed days of an exchange are holidays, learnt from the days themselves: a day is one if the same holiday was kept in
 * at least a third of the years within five years of it, and in two at the least. The same holiday is: a date within two days
 * (moved off weekends), the same weekday of the month, the same distance from Easter, or within a day of the same day of the Chinese or the
 * Islamic calendar (the engine's Intl, after ICU).
 */
export function learnHolidays(closedDays: readonly number[], from: number, to: number): ReadonlySet<number> {
  const years: readonly [number, number] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  const explained = new Set<number>();
  // Beyond a century or two the engine's lunar calendars are slow and of no use.
  const useful = closedDays.length > manyDays ? solarNamings : [...solarNamings, ...lunarNamings];
  for (const naming of useful) markRecurring(closedDays, naming, years, explained);
  return explained;
}

/** One way of naming a holiday: the names of a day, its own first, and those of days near enough to be the same holiday. */
type Naming = (day: number) => readonly string[];

function dateNames(day: number): readonly string[] {
  return [0, -1, 1, -2, 2].map((shift) => {
    const date = new Date(day + shift * dayMs);
    return `${date.getUTCMonth()}-${date.getUTCDate()}`;
  });
}

function weekdayNames(day: number): readonly string[] {
  const date = new Date(day);
  return [`${date.getUTCMonth()} ${date.getUTCDay()} ${Math.ceil(date.getUTCDate() / 7)}`];
}

/** The last Monday of May is the fourth or the fifth one. */
function lastWeekdayNames(day: number): readonly string[] {
  const date = new Date(day);
  const last = new Date(day + 7 * dayMs).getUTCMonth() !== date.getUTCMonth();
  return last ? [`${date.getUTCMonth()} ${date.getUTCDay()}`] : [];
}

function easterNames(day: number): readonly string[] {
  const distance = Math.round((day - easter(new Date(day).getUTCFullYear())) / dayMs);
  return Math.abs(distance) <= 60 ? [String(distance)] : [];
}

/** The month and day of a day in a calendar of the engine's, and those of the days beside it. */
function lunarNames(calendar: string): Naming {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: "numeric", day: "numeric", timeZone: "UTC" });
  return (day) => [0, -1, 1].map((shift) => format.format(day + shift * dayMs + dayMs / 2));
}

const solarNamings: readonly Naming[] = [dateNames, weekdayNames, lastWeekdayNames, easterNames];

const lunarNamings: readonly Naming[] = [lunarNames("chinese"), lunarNames("islamic-umalqura")];

const manyDays = 5000;

/** Years around a day in which its holiday must recur. */
const around = 5;

function markRecurring(
  days: readonly number[],
  naming: Naming,
  [first, last]: readonly [number, number],
  explained: Set<number>,
): void {
  const names = days.map(naming);
  const years = days.map((day) => new Date(day).getUTCFullYear());
  const keptIn = new Map<string, Set<number>>();
  names.forEach(([own], i) => {
    if (own !== undefined) keptIn.set(own, (keptIn.get(own) ?? new Set()).add(years[i] as number));
  });
  days.forEach((day, i) => {
    const year = years[i] as number;
    const kept = new Set<number>();
    for (const name of names[i] ?? []) {
      for (const other of keptIn.get(name) ?? []) if (Math.abs(other - year) <= around) kept.add(other);
    }
    const covered = Math.min(last, year + around) - Math.max(first, year - around) + 1;
    if (kept.size >= 2 && kept.size >= covered / 3) explained.add(day);
  });
}
