import { zoneOffset } from "../../calendars/zone-offset.ts";
import type { MarketFinding } from "../../market-finding.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, percent, timeText } from "../text.ts";

const weekend: RuleOfLint = {
  id: "weekend",
  level: "warning",
  meaning: "Bars stand on days of the week on which a market of the class is closed.",
  advice: "Look whether they are sessions or quotes of another venue. --repair-also weekend drops them.",
  repair: "on request",
};

const noWeekend: RuleOfLint = {
  id: "no-weekend",
  level: "warning",
  meaning: "A market that never closes has no bars at weekends.",
  advice: "Set the class to that of the instrument, or get the missing days.",
  repair: "none",
};

const shiftedDates: RuleOfLint = {
  id: "shifted-dates",
  level: "error",
  meaning:
    "There are regular bars on Sundays and none on Fridays, or on Saturdays and none on Mondays: the dates are off by a day.",
  advice:
    "State the time zone in which the dates were written, or shift the dates; of an exchange open from Sunday to Thursday state its own (--timezone Asia/Riyadh).",
  repair: "none",
};

const dayMs = 86_400_000;

/** A weekday on which at least this share of the bars of the busiest weekday stand is a regular one. */
const regular = 0.15;

/** Countries that rest on Friday and Saturday: TASE until 2025, Tadawul, EGX, Boursa Kuwait, QSE. */
const sundayToThursday: ReadonlySet<string> = new Set([
  "Asia/Jerusalem",
  "Asia/Riyadh",
  "Africa/Cairo",
  "Asia/Kuwait",
  "Asia/Qatar",
  "Asia/Dhaka",
]);

/** The weekday (0 = Sunday) of a day number since 1970-01-01, a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day number of a row's date: its own date for daily bars, that of the market's clock for others. */
function dayOf(view: MarketView): (time: number) => number {
  const zone = view.session === "week" ? "America/New_York" : view.facts.timezone;
  const offset = view.daily || view.session === "always" ? undefined : zoneOffset(zone);
  return offset === undefined
    ? (time) => Math.floor(time / dayMs)
    : (time) => Math.floor((time + offset(time)) / dayMs);
}

/**
 * True for the hours of a weekend that may be a Friday's evening in America or a Monday's morning in Asia, where the exchange's zone is not
 * known: Saturday before 06:00 and Sunday from 18:00 UTC.
 */
function isEdge(view: MarketView, time: number): boolean {
  if (view.daily || view.session !== "exchange" || view.facts.timezone !== "UTC") return false;
  const sinceFriday = (((time / dayMs - 1) % 7) + 7) % 7;
  return (sinceFriday >= 1 && sinceFriday < 1.25) || (sinceFriday >= 2.75 && sinceFriday < 3);
}

/** Counts of rows by weekday, and the rows of Saturdays and Sundays. */
function weekdays(view: MarketView): { readonly counts: readonly number[]; readonly rows: readonly number[][] } {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const rows: number[][] = [[], []];
  const day = dayOf(view);
  const { time, length } = view.raw;
  for (let i = 0; i < length; i++) {
    const at = time[i] as number;
    if (!Number.isFinite(at)) continue;
    const weekday = weekdayOf(day(at));
    if (isEdge(view, at)) continue;
    counts[weekday] = (counts[weekday] as number) + 1;
    if (weekday === 0) (rows[0] as number[]).push(i);
    else if (weekday === 6) (rows[1] as number[]).push(i);
  }
  return { counts, rows };
}

/** Rows on days on which the class is closed: Saturdays and Sundays of an exchange, Saturdays of currencies. Of regular weekdays none. */
function weekendRows(view: MarketView): readonly number[] {
  if (view.session === "always" || view.session === "unknown" || view.statedMs > 4 * dayMs) return [];
  const { counts, rows } = weekdays(view);
  const busiest = Math.max(...counts);
  const closed = (weekday: 0 | 6): boolean => {
    if ((counts[weekday] as number) >= regular * busiest) return false;
    if (weekday === 0) return view.session === "exchange" && !sundayToThursday.has(view.facts.timezone);
    return true;
  };
  return [...(closed(0) ? (rows[0] as number[]) : []), ...(closed(6) ? (rows[1] as number[]) : [])].sort(
    (a, b) => a - b,
  );
}

/** True if the rows look like sessions: most show volume, and a range of a quarter of the usual or more. */
function lookLikeSessions(view: MarketView, rows: readonly number[]): boolean {
  const { high, low, volume } = view.raw;
  const range = (i: number): number => Math.log((high[i] as number) / (low[i] as number));
  const sizes = Array.from(view.row.subarray(0, 2000), range).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const sound = rows.filter((i) => (volume[i] as number) > 0 && range(i) >= usual / 4);
  return sound.length >= 0.75 * rows.length;
}

/** The weekend rows that are no special sessions: what a repair on request drops. */
export function strayWeekendRows(view: MarketView): readonly number[] {
  const rows = weekendRows(view);
  return lookLikeSessions(view, rows) ? [] : rows;
}

function shifted(view: MarketView, counts: readonly number[]): readonly MarketFinding[] {
  if (view.session !== "exchange" || !view.daily || sundayToThursday.has(view.facts.timezone)) return [];
  const busiest = Math.max(...counts);
  const many = (weekday: number): boolean => (counts[weekday] as number) >= regular * busiest;
  const early = many(0) && !many(5);
  const late = many(6) && !many(1);
  if (!early && !late) return [];
  const found = early
    ? `${counts[0]} bars on Sundays, ${counts[5]} on Fridays`
    : `${counts[6]} bars on Saturdays, ${counts[1]} on Mondays`;
  return [finding(view.raw, shiftedDates, { found: `${found}: dates are a day ${early ? "early" : "late"}` })];
}

/** Bars at weekends, against the class. */
export const weekendCheck: LintCheck = {
  rules: [weekend, noWeekend, shiftedDates],
  check(view) {
    const { raw, session, length } = view;
    const span = length > 0 ? (view.time[length - 1] as number) - (view.time[0] as number) : 0;
    if (session === "always") {
      const { counts } = weekdays(view);
      const some = (counts[0] as number) + (counts[6] as number);
      if (some >= 0.1 * raw.length || span < 21 * dayMs || view.stepMs > 4 * dayMs) return [];
      return [finding(raw, noWeekend, { found: `${counted(some, "bar")} of ${raw.length} on Saturdays and Sundays` })];
    }
    const rows = weekendRows(view);
    const row = rows[0];
    if (row === undefined) return session === "exchange" ? shifted(view, weekdays(view).counts) : [];
    const sessions = lookLikeSessions(view, rows);
    const share = percent(rows.length / raw.length);
    const like = sessions ? "with the range and volume of sessions" : "without the range or volume of sessions";
    return [
      finding(raw, weekend, {
        rows,
        level: sessions ? "note" : "warning",
        found: `${counted(rows.length, "bar")} (${share}) at weekends, first ${timeText(raw.time[row] as number)}, ${like}`,
        ...(sessions ? { advice: "Special sessions are real bars: nothing to do." } : {}),
      }),
      ...shifted(view, weekdays(view).counts),
    ];
  },
};
