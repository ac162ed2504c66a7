import { UserError } from "../../../core/failure.ts";
import type { DateOrder, Known } from "../understanding.ts";
import type { Reading } from "./time-column.ts";

/** What is known of the order of day and month before the file is read. */
export interface OrderHints {
  /** By the user. */
  readonly given: DateOrder | undefined;
  /** By the vendor. */
  readonly usual: DateOrder | undefined;
  /** First time of the file as it stands there, and its line. */
  readonly text: string;
  readonly line: number;
  /** Line of every time. */
  readonly lines: Int32Array;
  readonly name: string;
}

const dayMs = 86_400_000;
const words: Readonly<Record<DateOrder, string>> = {
  "day-first": "day first (--day-first)",
  "month-first": "month first (--month-first)",
  "year-first": "year first",
};

/**
 * Which reading of ambiguous dates is the file's. In turn: a date that only one order can read (13/04/2020); the only order
 * under which the file never goes back, or goes back far less; the only one without weekends in a file of days; the only one that is not the same day of every month; what dots
 * (day first) or the vendor make usual. Throws `UserError` with the question to answer where all of that leaves a choice, and
 * where some dates are possible only day first and others only month first.
 */
export function decideOrder(readings: readonly Reading[], hints: OrderHints): { reading: Reading; known: Known } {
  const [only, second] = readings as [Reading, Reading | undefined];
  if (hints.given !== undefined) return { reading: givenReading(readings, hints.given, hints), known: "given" };
  if (second === undefined) return { reading: only, known: "observed" };
  const whole = readings.filter(({ failure }) => failure === null);
  if (whole.length === 1) return { reading: whole[0] as Reading, known: "observed" };
  if (whole.length === 0) throw mixed(readings, hints.name);
  const observed = bySteps(whole) ?? byWeekends(whole) ?? byDayOfMonth(whole) ?? byPace(whole);
  if (observed !== undefined) return { reading: observed, known: "observed" };
  const usual = hints.usual ?? (/^\d{1,2}\.\d{1,2}\./.test(hints.text) ? "day-first" : undefined);
  const reading = whole.find(({ order }) => order === usual);
  if (reading !== undefined) return { reading, known: "usual" };
  throw question(whole, hints);
}

function givenReading(readings: readonly Reading[], given: DateOrder, hints: OrderHints): Reading {
  const reading = readings.find(({ order }) => order === given);
  if (reading?.failure === null) return reading;
  // A notation that leaves no choice is not changed by an option meant for another.
  if (readings[0]?.order === "year-first" && readings.length === 1) return readings[0];
  const { text, line } = reading?.failure ?? hints;
  throw new UserError(`${hints.name}, line ${line}: "${text}" cannot be read ${words[given]}; leave the option away`);
}

/** Steps against the commoner direction, as a share of all steps. */
function backwards(wall: Float64Array): number {
  let up = 0;
  let down = 0;
  for (let t = 1; t < wall.length; t++) {
    const step = (wall[t] as number) - (wall[t - 1] as number);
    if (step > 0) up += 1;
    else if (step < 0) down += 1;
  }
  return Math.min(up, down) / Math.max(1, wall.length - 1);
}

function bySteps(readings: readonly Reading[]): Reading | undefined {
  const shares = readings.map(({ wall }) => backwards(wall));
  const [least = 1, next = 1] = [...shares].sort((a, b) => a - b);
  return least <= 0.01 && next > 0.05 && next > 5 * least ? readings[shares.indexOf(least)] : undefined;
}

/** In a file of days of a market that closes at weekends, a wrong order puts two days of seven there. */
function byWeekends(readings: readonly Reading[]): Reading | undefined {
  if ((readings[0]?.wall.length ?? 0) < 10) return undefined;
  const shares = readings.map(({ wall }) => wall.filter((time) => isWeekend(time)).length / wall.length);
  const [least = 1, next = 1] = [...shares].sort((a, b) => a - b);
  return least <= 0.01 && next > 0.1 ? readings[shares.indexOf(least)] : undefined;
}

/**
 * The only reading that is not of one day of three months or more, other than the first: days of June read the other way are the
 * 6th of every month, and nobody keeps bars of those.
 */
function byDayOfMonth(readings: readonly Reading[]): Reading | undefined {
  const likely = readings.filter(({ wall }) => {
    const dates = Array.from(wall, (time) => new Date(time));
    const [day, ...others] = new Set(dates.map((date) => date.getUTCDate()));
    return others.length > 0 || day === 1 || new Set(dates.map((date) => date.getUTCMonth())).size < 3;
  });
  return likely.length === 1 ? likely[0] : undefined;
}

/** The only reading with steps of a month or less, where all others have most of a year; or the only one without great leaps. */
function byPace(readings: readonly Reading[]): Reading | undefined {
  const paces = readings.map(({ wall }) => paceOf(wall));
  const quick = paces.filter(({ median }) => median <= 31 * dayMs);
  const slow = paces.filter(({ median }) => median >= 200 * dayMs);
  if (quick.length === 1 && slow.length === paces.length - 1) return readings[paces.indexOf(quick[0] as Pace)];
  const even = paces.filter(({ leaps }) => leaps <= 0.01);
  const uneven = paces.filter(({ leaps }) => leaps >= 0.05);
  const isClear = even.length === 1 && uneven.length === paces.length - 1;
  return isClear ? readings[paces.indexOf(even[0] as Pace)] : undefined;
}

interface Pace {
  /** Median step without regard to its direction, ms. */
  readonly median: number;
  /** Share of steps of more than seven times that. */
  readonly leaps: number;
}

function paceOf(wall: Float64Array): Pace {
  const steps = wall.slice(1).map((time, t) => Math.abs(time - (wall[t] as number)));
  const median = steps.toSorted()[steps.length >> 1] ?? Number.NaN;
  return { median, leaps: steps.filter((step) => step > 7 * median).length / Math.max(1, steps.length) };
}

const isWeekend = (time: number): boolean =>
  (Math.floor(time / dayMs) + 4) % 7 === 6 || (Math.floor(time / dayMs) + 4) % 7 === 0;

function mixed(readings: readonly Reading[], name: string): UserError {
  const failures = readings.flatMap(({ order, failure }) =>
    failure === null ? [] : [`line ${failure.line}, "${failure.text}", cannot be read ${order.replace("-", " ")}`],
  );
  return new UserError(`${name}: dates in several orders: ${failures.join("; ")}; wanted one order throughout`);
}

function question(readings: readonly Reading[], { name, text, line, lines }: OrderHints): UserError {
  // 01/01/2020 is the same in any order.
  const at = Math.max(
    0,
    readings[0]?.wall.findIndex((_, t) => new Set(readings.map(({ wall }) => wall[t])).size > 1) ?? 0,
  );
  const meanings = readings.map(({ order, wall }) => {
    const date = new Date(wall[at] as number).toISOString().slice(0, 10);
    return `${date} if the file is ${words[order]}`;
  });
  const where = at === 0 ? `line ${line}: "${text}"` : `line ${lines[at]}: the date`;
  return new UserError(`${name}, ${where} is ${meanings.join(", ")}; the file does not decide it: say which`);
}
