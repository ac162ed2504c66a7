import { learnHolidays } from "../calendars/holiday-rhythm.ts";
import { lunarCalendars } from "../calendars/lunar-name.ts";
import { newYorkOpen } from "../calendars/new-york.ts";
import { zoneOffset } from "../calendars/zone-offset.ts";
import type { MarketView } from "./market-view.ts";
import { isUsable } from "./sorted-rows.ts";

const dayMs = 86_400_000;
const century = 36_525 * dayMs;

/** Days in a row on which the market should have been open by its rhythm and has no bar. */
export interface ClosedSpell {
  /** Place of the first bar after it. */
  readonly place: number;
  /** Expected days without a bar. */
  readonly days: number;
  /** Those of them that no holiday explains. */
  readonly unexplained: number;
  /** First of them, milliseconds UTC of its midnight. */
  readonly from: number;
}

/** The dates of the bars, milliseconds UTC of their midnight: days on the market's clock. */
export function barDates(view: MarketView): Float64Array {
  const { time, length, session, daily } = view;
  const zone = session === "week" ? "America/New_York" : view.facts.timezone;
  const offset = daily || session === "always" ? undefined : zoneOffset(zone);
  const dates = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const at = time[t] as number;
    dates[t] = Math.floor((at + (offset?.(at) ?? 0)) / dayMs) * dayMs;
  }
  return dates;
}

/** True if the calendar of New York binds the market. */
export function newYorkBinds({ session, facts }: MarketView): boolean {
  return session === "exchange" && facts.timezone === "America/New_York" && facts.synthetic !== true;
}

function weekdayOf(day: number): number {
  return (((Math.round(day / dayMs) + 4) % 7) + 7) % 7;
}

/**
 * The weekdays on which the market opens, by year, as bits: those with at least half as many days as the busiest. Early exchanges met once
 * or twice a week, and some on Saturdays. A year without bars keeps the weekdays of the year before.
 */
function weekdaysByYear(dates: Float64Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number[]>();
  let before = Number.NaN;
  for (const day of dates) {
    if (day === before) continue;
    before = day;
    const year = new Date(day).getUTCFullYear();
    const of = counts.get(year) ?? [0, 0, 0, 0, 0, 0, 0];
    counts.set(year, of);
    const weekday = weekdayOf(day);
    of[weekday] = (of[weekday] as number) + 1;
  }
  const out = new Map<number, number>();
  for (const [year, of] of counts) {
    const busiest = Math.max(...of);
    out.set(
      year,
      of.reduce((bits, count, weekday) => (count * 2 >= busiest ? bits | (1 << weekday) : bits), 0),
    );
  }
  return out;
}

/** Every expected day between two bars, with the place of the bar after it. */
function emptyDays(view: MarketView, dates: Float64Array): { readonly day: number; readonly place: number }[] {
  const weekdays = weekdaysByYear(dates);
  const out: { day: number; place: number }[] = [];
  let bits = 127;
  for (let t = 1; t < dates.length; t++) {
    for (let day = (dates[t - 1] as number) + dayMs; day < (dates[t] as number); day += dayMs) {
      bits = weekdays.get(new Date(day).getUTCFullYear()) ?? bits;
      if (((bits >> weekdayOf(day)) & 1) === 1) out.push({ day, place: t });
    }
  }
  return view.session === "always" || out.length > 20_000 ? out : out.filter(({ day }) => weekdayOf(day) !== 0);
}

/** Days of rows that are no usable bars: they are not missing, and found by other rules. */
function brokenDays(view: MarketView): ReadonlySet<number> {
  const days = new Set<number>();
  const { raw } = view;
  for (let i = 0; i < raw.length; i++) {
    const at = raw.time[i] as number;
    if (Number.isFinite(at) && !isUsable(raw, i)) days.add(Math.floor(at / dayMs) * dayMs);
  }
  return days;
}

/** The days that need no explanation: holidays by the calendar of New York, else learnt; none in a market that never closes. */
function holidaysOf(view: MarketView, dates: Float64Array, days: readonly number[]): (day: number) => boolean {
  if (view.session === "always") return () => false;
  const calendar = newYorkBinds(view) ? newYorkOpen : (): undefined => undefined;
  const unknown = days.filter((day) => calendar(day) === undefined);
  const from = dates[0] as number;
  const to = dates[dates.length - 1] as number;
  // A span of centuries is made up: naming its days by the moon takes seconds.
  const lunar = to - from > century ? [] : (lunarCalendars[view.facts.timezone] ?? []);
  const learnt = learnHolidays({ days: unknown, from, to }, view.session === "exchange" ? lunar : []);
  return (day) => !(calendar(day) ?? !learnt.has(day));
}

/**
 * The spells without bars in which the market should have been open, oldest first, those that holidays explain wholly among them. What
 * is expected is learnt from the dates themselves: the weekdays of each year, and the rhythm of the holidays.
 */
export function closedSpells(view: MarketView, dates: Float64Array): readonly ClosedSpell[] {
  const empty = emptyDays(view, dates);
  if (empty.length === 0) return [];
  const isHoliday = holidaysOf(
    view,
    dates,
    empty.map(({ day }) => day),
  );
  const broken = brokenDays(view);
  const spells: { place: number; days: number; unexplained: number; from: number }[] = [];
  for (const { day, place } of empty) {
    let spell = spells.at(-1);
    if (spell?.place !== place) {
      spell = { place, days: 0, unexplained: 0, from: day };
      spells.push(spell);
    }
    spell.days += 1;
    if (!isHoliday(day) && !broken.has(day)) spell.unexplained += 1;
  }
  return spells;
}
