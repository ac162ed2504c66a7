import { UserError } from "../../../core/failure.ts";
import type { ImportOptions } from "../import-options.ts";
import type { RowContent } from "../rows/row-reader.ts";
import type { Known, Understanding } from "../understanding.ts";
import type { Layout } from "../vendor.ts";
import { decideOrder } from "./date-order.ts";
import { commonestStep, intervalOf, statedIntervalMs } from "./interval.ts";
import { sessionDates } from "./session-dates.ts";
import type { StatedZone } from "./stated-zone.ts";
import type { TimeFormat } from "./time-format.ts";
import { knownZone, momentsOf } from "./zone-clock.ts";

/** The opens of the bars and how they were found. */
export interface ResolvedTimes {
  /** ms UTC of the open of each bar; midnight of the exchange's date for days. */
  readonly time: Float64Array;
  readonly daily: boolean;
  readonly dateOrder: Understanding["time"]["dateOrder"];
  readonly zone: Understanding["zone"];
  readonly barTime: Understanding["barTime"];
  readonly order: Understanding["order"];
  readonly interval: Understanding["interval"];
  readonly notes: readonly string[];
}

const dailyMs = 20 * 3_600_000;

/** From the clock on the wall to the opens of bars in UTC. Throws `UserError` for what the file does not decide. */
export function resolveTimes(
  rows: RowContent,
  format: TimeFormat,
  layout: Layout,
  stated: StatedZone,
  options: ImportOptions,
): ResolvedTimes {
  const { reading, known } = decideOrder(rows.times.readings, {
    given: options.dayFirst === undefined ? undefined : options.dayFirst ? "day-first" : "month-first",
    usual: layout.dateOrder,
    text: rows.firstTime,
    line: rows.line[0] as number,
    lines: rows.line,
    name: options.name,
  });
  const { wall } = reading;
  const { offsets, hasClock } = rows.times;
  const zone = zoneOf(rows, layout, stated, options);
  const moments = offsets === null ? wall : wall.map((time, t) => time - (offsets[t] as number) * 60_000);
  const step = commonestStep(moments);
  const interval = intervalFacts(step, layout, options);
  const lasting = interval.value === null ? step : statedIntervalMs(interval.value);
  const daily = !hasClock || lasting >= dailyMs;
  const ambiguous = format.kind === "calendar" && format.orders.length > 1;
  const common = { daily, dateOrder: ambiguous ? { value: reading.order, known } : null };
  if (!daily) {
    // Of days no clock is asked.
    if (zone.known === "assumed" && stated !== undefined && "question" in stated) {
      throw new UserError(`${options.name}: ${stated.question}`);
    }
    return { ...common, interval, ...hours(rows, wall, moments, zone, lasting, layout, options) };
  }
  const opens = days(rows, wall, zone, layout, options);
  // Days of 23 and 25 hours are days.
  return { ...common, ...opens, interval: intervalFacts(commonestStep(opens.time), layout, options) };
}

function intervalFacts(step: number, layout: Layout, options: ImportOptions): Understanding["interval"] {
  const observed = Number.isNaN(step) ? null : intervalOf(step);
  if (options.interval !== undefined) {
    return { value: intervalOf(statedIntervalMs(options.interval)), known: "given", observed };
  }
  if (layout.interval !== undefined) return { value: layout.interval, known: "stated", observed };
  return { value: observed, known: "observed", observed };
}

/** The clock of the times: said by themselves, by an option, by the file, by the vendor's habit, or assumed to be UTC. */
function zoneOf(rows: RowContent, layout: Layout, stated: StatedZone, options: ImportOptions): Understanding["zone"] {
  const given = options.timezone === undefined ? undefined : knownZone(options.timezone);
  const inCells = rows.times.zones;
  if (rows.times.isUtc || rows.times.offsets !== null) return { name: "UTC", known: "stated" };
  if (given !== undefined) return { name: given, known: "given" };
  if (inCells.length > 0) return { name: zoneInCells(inCells, options.name), known: "stated" };
  if (stated !== undefined && "zone" in stated) return { name: stated.zone, known: "stated" };
  if (layout.zone !== undefined) {
    return { name: knownZone(layout.zone), known: layout.zoneStated === true ? "stated" : "usual" };
  }
  return { name: "UTC", known: "assumed" };
}

function zoneInCells(zones: readonly string[], name: string): string {
  const [zone = "", second] = zones;
  if (second === undefined && zone.includes("/")) return knownZone(zone);
  throw new UserError(
    `${name}: the times say ${zones.slice(0, 3).join(", ")}, which is not one zone of one meaning; ` +
      "say which it is with --timezone, e.g. America/Chicago",
  );
}

type Opens = Omit<ResolvedTimes, "daily" | "interval" | "dateOrder">;

/** Days and longer: the dates of the exchange. */
function days(
  rows: RowContent,
  wall: Float64Array,
  zone: Understanding["zone"],
  layout: Layout,
  options: ImportOptions,
): Opens {
  const notes: string[] = [];
  // Times with a Z are moments, like epochs; with another offset they are the exchange's own.
  const isUtc =
    rows.times.isUtc || (options.timezone !== undefined && rows.times.offsets?.every((offset) => offset === 0));
  const inZone = isUtc ? (options.timezone ?? layout.exchangeZone) : undefined;
  const local = inZone === undefined ? wall : wallOf(wall, knownZone(inZone));
  const { time, evening } = rows.times.hasClock ? sessionDates(local) : { time: local, evening: null };
  if (evening !== null) {
    notes.push(`bars that begin at ${evening}:00 or later stand under the next date, whose session they are`);
  }
  return {
    time,
    zone: exchangeZone(rows, zone, layout, options),
    barTime: { value: layout.barTime ?? "open", known: layout.barTime === undefined ? "assumed" : "usual", shiftMs: 0 },
    order: orderOf(time),
    notes,
  };
}

/** Whose dates they are: by option, by the times or the file's words, by the vendor's one exchange, or not known. */
function exchangeZone(
  rows: RowContent,
  zone: Understanding["zone"],
  layout: Layout,
  options: ImportOptions,
): Understanding["zone"] {
  if (options.timezone !== undefined) return { name: knownZone(options.timezone), known: "given" };
  // Midnights with an offset are the exchange's, and an offset names no exchange.
  if (zone.known === "stated" && rows.times.hasClock && rows.times.offsets === null) return zone;
  if (layout.exchangeZone !== undefined) return { name: knownZone(layout.exchangeZone), known: "usual" };
  return { name: "exchange", known: "assumed" };
}

/** What the clocks of a zone show at moments. */
function wallOf(moments: Float64Array, zone: string): Float64Array {
  let last = Number.NaN;
  let offset = 0;
  return moments.map((time) => {
    const day = Math.floor(time / 86_400_000);
    if (day !== last) {
      offset = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
      last = day;
    }
    return time + offset;
  });
}

/** Shorter bars: moments in UTC, shifted from the ends of bars to their opens. */
function hours(
  rows: RowContent,
  wall: Float64Array,
  moments: Float64Array,
  zone: Understanding["zone"],
  lasting: number,
  layout: Layout,
  options: ImportOptions,
): Opens {
  const notes: string[] = [];
  const stated = rows.times.isUtc || rows.times.offsets !== null;
  const utc = stated || zone.name === "UTC" ? moments.slice() : inUtc(rows, wall, zone, options.name, notes);
  if (stated) refuseMissingOffset(rows, utc, options.name);
  if (zone.known === "assumed")
    notes.push("nothing says which clock the times are of: UTC is assumed; --timezone says otherwise");
  if (rows.times.finer) notes.push("fractions of a millisecond were cut off");
  const barTime = barTimeOf(lasting, layout, options);
  if (barTime.shiftMs !== 0) for (let t = 0; t < utc.length; t++) utc[t] = (utc[t] as number) + barTime.shiftMs;
  return { time: utc, zone, barTime, order: orderOf(utc), notes };
}

function inUtc(
  rows: RowContent,
  wall: Float64Array,
  zone: Understanding["zone"],
  name: string,
  notes: string[],
): Float64Array {
  const { utc, ambiguous, skipped } = momentsOf(wall, zone.name, runsBackwards(wall));
  const [first] = skipped;
  if (first !== undefined) {
    const time = new Date(wall[first] as number).toISOString().slice(0, 16).replace("T", " ");
    throw new UserError(
      `${name}, line ${rows.line[first]}: ${time} does not exist in ${zone.name}: clocks are put forward then ` +
        `(${skipped.length} such rows); the file's clock is another one: say which with --timezone, e.g. UTC or -05:00`,
    );
  }
  if (ambiguous > 0)
    notes.push(`${ambiguous} times of hours that clocks show twice were told apart by the order of the rows`);
  return utc;
}

function refuseMissingOffset(rows: RowContent, utc: Float64Array, name: string): void {
  const at = utc.findIndex((time) => Number.isNaN(time));
  if (at < 0) return;
  throw new UserError(
    `${name}, line ${rows.line[at]}: a time without offset in a file of times with offsets; wanted one kind throughout`,
  );
}

function barTimeOf(lasting: number, layout: Layout, options: ImportOptions): Understanding["barTime"] {
  const known: Known = options.barTime !== undefined ? "given" : layout.barTime !== undefined ? "usual" : "assumed";
  const value = options.barTime ?? layout.barTime ?? "open";
  if (value === "open") return { value, known, shiftMs: 0 };
  if (Number.isNaN(lasting)) {
    throw new UserError(
      `${options.name}: times of bar ends and too few bars to see their distance; give --interval, e.g. 1m`,
    );
  }
  return { value, known, shiftMs: -lasting };
}

/** True if most steps go back: hours that clocks show twice make steps against the file's order. */
function runsBackwards(wall: Float64Array): boolean {
  let ups = 0;
  for (let t = 1; t < wall.length; t++) ups += Math.sign((wall[t] as number) - (wall[t - 1] as number));
  return ups < 0;
}

/** The direction of the times and the number of steps against it. */
function orderOf(time: Float64Array): Understanding["order"] {
  let up = 0;
  let down = 0;
  for (let t = 1; t < time.length; t++) {
    const step = (time[t] as number) - (time[t - 1] as number);
    if (step > 0) up += 1;
    else if (step < 0) down += 1;
  }
  if (down === 0) return { value: "oldest first", inversions: 0 };
  if (up === 0) return { value: "newest first", inversions: 0 };
  return { value: "unsorted", inversions: Math.min(up, down) };
}
