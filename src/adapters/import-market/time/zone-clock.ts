/// <reference lib="esnext.temporal" />
import { UserError } from "../../../core/failure.ts";
import { nearestName } from "../../../core/nearest-name.ts";

/** One stretch of time in which a zone keeps one offset. */
interface Stretch {
  /** First moment, ms UTC, and offset east of UTC, ms. */
  readonly from: number;
  readonly offset: number;
}

const dayMs = 86_400_000;

/** The name of a zone as Temporal knows it. Throws `UserError` with the nearest name for one that it does not know. */
export function knownZone(zone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    const near = nearestName(zone, Intl.supportedValuesOf("timeZone"));
    const guess = near === null ? "" : `; did you mean ${near}?`;
    throw new UserError(`no time zone "${zone}"; wanted an IANA name such as America/New_York, or +02:00${guess}`);
  }
}

/** The offsets of a zone between two moments, ms UTC. */
function stretches(zone: string, from: number, to: number): readonly Stretch[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const found: Stretch[] = [{ from, offset: at.offsetNanoseconds / 1e6 }];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds > to) return found;
    found.push({ from: next.epochMilliseconds, offset: next.offsetNanoseconds / 1e6 });
    at = next;
  }
}

/** Moments of a file's local times. */
export interface Moments {
  /** ms UTC; NaN for a time that the zone's clocks skip. */
  readonly utc: Float64Array;
  /** Number of times that the clocks show twice, resolved by the order of the rows. */
  readonly ambiguous: number;
  /** Rows whose times the clocks skip. */
  readonly skipped: readonly number[];
}

/**
 * Local times of a zone as moments. An hour that the clocks show twice is resolved by the order of the file: the earlier moment,
 * unless a row before has it or a later one already (in a file that runs backwards the mirror image).
 */
export function momentsOf(wall: Float64Array, zone: string, newestFirst: boolean): Moments {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const time of wall) {
    if (time < least) least = time;
    if (time > most) most = time;
  }
  const utc = new Float64Array(wall.length).fill(Number.NaN);
  if (least > most) return { utc, ambiguous: 0, skipped: [] };
  const offsets = stretches(zone, least - 2 * dayMs, most + 2 * dayMs);
  const skipped: number[] = [];
  let ambiguous = 0;
  let at = 0;
  let before = newestFirst ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (let t = 0; t < wall.length; t++) {
    const time = wall[t] as number;
    at = stretchAt(offsets, at, time);
    const early = momentIn(offsets, at, time);
    const late = momentIn(offsets, at + 1, time);
    const twice = !Number.isNaN(early) && !Number.isNaN(late);
    if (twice) ambiguous += 1;
    const preferEarly = newestFirst ? late >= before : early > before;
    const moment = twice ? (preferEarly ? early : late) : Number.isNaN(early) ? late : early;
    if (Number.isNaN(moment)) skipped.push(t);
    else before = moment;
    utc[t] = moment;
  }
  return { utc, ambiguous, skipped };
}

/** The first stretch whose end is not before a local time: it or the next one holds the time. */
function stretchAt(offsets: readonly Stretch[], near: number, time: number): number {
  let at = near;
  while (at > 0 && time < localEnd(offsets, at - 1)) at -= 1;
  while (at + 1 < offsets.length && time >= localEnd(offsets, at)) at += 1;
  return at;
}

/** What the clocks show at the end of a stretch, by its own offset. */
const localEnd = (offsets: readonly Stretch[], at: number): number =>
  (offsets[at + 1] as Stretch).from + (offsets[at] as Stretch).offset;

/** The moment at which the clocks of a stretch show a local time; NaN where they never do. */
function momentIn(offsets: readonly Stretch[], at: number, time: number): number {
  const stretch = offsets[at];
  if (stretch === undefined) return Number.NaN;
  const moment = time - stretch.offset;
  const end = offsets[at + 1]?.from ?? Number.POSITIVE_INFINITY;
  return moment >= stretch.from && moment < end ? moment : Number.NaN;
}
