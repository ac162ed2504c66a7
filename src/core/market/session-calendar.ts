import type { MarketSpec, Session } from "./market-spec.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The bar times of a synthetic market, with the place of each bar in its session. */
export interface SessionTimes {
  /** Milliseconds UTC. */
  readonly time: Float64Array;
  /** Place in the session: 0 at its first bar. */
  readonly place: Int32Array;
  /** Bars of a full session. */
  readonly sessionBars: number;
}

/** Day of the month of the `nth` (from 1; −1 = last) `weekday` (0 = Sunday) of a month (0 = January). */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return last.getUTCDate() - ((last.getUTCDay() - weekday + 7) % 7);
  }
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7;
}

/** The holidays of the made-up exchange: nine rules like those of New York, all on weekdays. */
function exchangeHolidays(year: number): ReadonlySet<number> {
  const fixed: readonly (readonly [number, number])[] = [
    [0, 1],
    [5, 19],
    [6, 4],
    [11, 25],
  ];
  const moved = fixed.map(([month, day]) => {
    const time = Date.UTC(year, month, day);
    const weekday = new Date(time).getUTCDay();
    if (weekday === 6) return time - dayMs;
    return weekday === 0 ? time + dayMs : time;
  });
  const floating = [
    [0, 1, 3],
    [1, 1, 3],
    [4, 1, -1],
    [8, 1, 1],
    [10, 4, 4],
  ].map(([month = 0, weekday = 0, nth = 0]) => Date.UTC(year, month, nthWeekday(year, month, weekday, nth)));
  return new Set([...moved, ...floating]);
}

/** True if a session of this kind opens on the day that starts at `day`, milliseconds UTC. */
export function isOpen(day: number, session: Session): boolean {
  if (session === "always") return true;
  const date = new Date(day);
  if (date.getUTCDay() % 6 === 0) return false;
  if (session === "exchange") return !exchangeHolidays(date.getUTCFullYear()).has(day);
  const monthDay = date.getUTCMonth() * 100 + date.getUTCDate();
  return monthDay !== 1 && monthDay !== 1125;
}

/** What the times of a market depend on. */
export type SessionSpec = Pick<MarketSpec, "interval" | "session" | "bars">;

/** Minutes of a bar, of the first bar after midnight UTC, and bars of a session. */
function sessionHours({ interval, session }: SessionSpec): { minutes: number; opens: number; count: number } {
  if (interval === "1d") return { minutes: 1440, opens: 0, count: 1 };
  const minutes = interval === "1h" ? 60 : 5;
  // The exchange is open 14:30–21:00 UTC all year round: six and a half hours, without daylight saving.
  const [opens, open] = session === "exchange" ? [870, 390] : [0, 1440];
  return { minutes, opens, count: Math.ceil(open / minutes) };
}

/** The times of `spec.bars` bars, from 3 January 2000 on. */
export function sessionTimes(spec: SessionSpec): SessionTimes {
  const { minutes, opens, count } = sessionHours(spec);
  const time = new Float64Array(spec.bars);
  const place = new Int32Array(spec.bars);
  let filled = 0;
  for (let day = Date.UTC(2000, 0, 3); filled < spec.bars; day += dayMs) {
    if (!isOpen(day, spec.session)) continue;
    for (let i = 0; i < count && filled < spec.bars; i++) {
      time[filled] = day + (opens + i * minutes) * minuteMs;
      place[filled] = i;
      filled += 1;
    }
  }
  return { time, place, sessionBars: count };
}
