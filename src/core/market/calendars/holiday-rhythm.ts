import { easter } from "./easter.ts";
import { type LunarCalendar, lunarName } from "./lunar-name.ts";

const dayMs = 86_400_000;

/** Milliseconds UTC of the day on which a holiday falls in a year; undefined where the calendar has no such day. */
type Holiday = (year: number) => number | undefined;

/** Days of an exchange without bars, and the days between which it was watched; milliseconds UTC of midnights. */
export interface ClosedDays {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Which closed days of an exchange are holidays, learnt from the days themselves: those that fall on a day that was closed in at least two
 * thirds of the five years before, or after, whenever it was no weekend, and twice at the least. Days return by date (Christmas),
 * by weekday of the month (Thanksgiving), by distance from Easter, and by date of a calendar of the moon. A holiday at a weekend may
 * be kept on the Friday before it, or the Monday or Tuesday after.
 */
export function learnHolidays(closed: ClosedDays, lunar: readonly LunarCalendar[] = []): ReadonlySet<number> {
  const isClosed = new Set(closed.days);
  const solar = (day: number): boolean =>
    [weekdayOfMonth(day), lastWeekdayOfMonth(day), fromEaster(day), ...origins(day).map(onDate)].some((holiday) =>
      returns(holiday, day, closed, isClosed),
    );
  const moons = lunar.map((calendar) => byTheMoon(closed, calendar));
  return new Set(closed.days.filter((day) => solar(day) || moons.some((returnsOn) => returnsOn(day))));
}

function weekday(day: number): number {
  return new Date(day).getUTCDay();
}

/** The days whose holiday may be kept on this one: itself, and the days of the weekend beside it. */
function origins(day: number): readonly number[] {
  const shifts = { 1: [0, -1, -2], 2: [0, -2, -3], 5: [0, 1] }[weekday(day)] ?? [0];
  return shifts.map((shift) => day + shift * dayMs);
}

function onDate(day: number): Holiday {
  const date = new Date(day);
  return (year) => Date.UTC(year, date.getUTCMonth(), date.getUTCDate());
}

function weekdayOfMonth(day: number): Holiday {
  const date = new Date(day);
  const weeks = Math.floor((date.getUTCDate() - 1) / 7);
  return (year) => {
    const first = Date.UTC(year, date.getUTCMonth(), 1);
    return first + (((date.getUTCDay() - weekday(first) + 7) % 7) + 7 * weeks) * dayMs;
  };
}

function lastWeekdayOfMonth(day: number): Holiday {
  const date = new Date(day);
  const isLast = new Date(day + 7 * dayMs).getUTCMonth() !== date.getUTCMonth();
  return (year) => {
    if (!isLast) return undefined;
    const last = Date.UTC(year, date.getUTCMonth() + 1, 0);
    return last - ((weekday(last) - date.getUTCDay() + 7) % 7) * dayMs;
  };
}

function fromEaster(day: number): Holiday {
  const distance = day - easter(new Date(day).getUTCFullYear());
  return (year) => (Math.abs(distance) <= 60 * dayMs ? easter(year) + distance : undefined);
}

/** Years before a day, or after it, in which its holiday must return: laws that name holidays change. */
const reach = 5;

/** Two thirds of the years in which it could be kept, its own among them, and two. */
function isOften(kept: number, known: number): boolean {
  return kept >= 2 && kept * 3 >= known * 2;
}

/** True if the holiday was kept often enough in the years before the day, or in those after it. */
function returns(holiday: Holiday, day: number, closed: ClosedDays, isClosed: ReadonlySet<number>): boolean {
  const year = new Date(day).getUTCFullYear();
  const often = (first: number, last: number): boolean => {
    let kept = 1;
    let known = 1;
    for (let other = first; other <= last; other++) {
      const at = other === year ? undefined : holiday(other);
      if (at === undefined || at < closed.from || at > closed.to || weekday(at) % 6 === 0) continue;
      known += 1;
      if (isClosed.has(at)) kept += 1;
    }
    return isOften(kept, known);
  };
  return often(year - reach, year) || often(year, year + reach);
}

/** Five of seven days are no weekend: what a year counts in which a day of the moon was not found closed. */
const weekdayShare = 5 / 7;

/**
 * Whether a closed day returns by the moon. Only closed days are named, for naming is slow, so that a year without the day may be one in
 * which it fell on a weekend. Sighted moons and the Hindu calendar are off from the tables by a day: there a day must return three times.
 */
function byTheMoon({ days, from, to }: ClosedDays, calendar: LunarCalendar): (day: number) => boolean {
  const name = lunarName(calendar);
  const sure = calendar === "chinese";
  const keptIn = new Map<string, Set<number>>();
  for (const day of days) {
    keptIn.set(name(day), (keptIn.get(name(day)) ?? new Set()).add(new Date(day).getUTCFullYear()));
  }
  const covered: readonly [number, number] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  return (day) =>
    origins(day).some((origin) => {
      const names = (sure ? [0] : [0, -1, 1]).map((shift) => name(origin + shift * dayMs));
      const year = new Date(day).getUTCFullYear();
      const often = (first: number, last: number): boolean => {
        let kept = 1;
        let known = 1;
        for (let other = Math.max(first, covered[0]); other <= Math.min(last, covered[1]); other++) {
          if (other === year) continue;
          const found = names.some((text) => keptIn.get(text)?.has(other));
          kept += found ? 1 : 0;
          known += found ? 1 : weekdayShare;
        }
        return isOften(kept, known) && (sure || kept >= 4);
      };
      return often(year - reach, year) || often(year, year + reach);
    });
}
