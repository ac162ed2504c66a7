import { type Growing, growing, push, taken } from "../rows/growing.ts";
import type { DateOrder } from "../understanding.ts";
import { inCenturies } from "./centuries.ts";
import { scanned, scanTime } from "./scan-time.ts";
import { readTime, spread, type TimeFormat } from "./time-format.ts";

/** The times of a file under one order of day and month. */
export interface Reading {
  readonly order: DateOrder;
  /** Milliseconds of the clock on the wall as if in Greenwich; NaN where only another order reads the cell. */
  readonly wall: Float64Array;
  /** First cell that this order cannot read and another can; null where there is none. */
  readonly failure: { readonly text: string; readonly line: number } | null;
}

/** What a column of times held, once the whole file has been read. */
export interface TimeColumnContent {
  /** One reading for notations that leave no choice. */
  readonly readings: readonly Reading[];
  /** Minutes east of UTC stated by each cell, NaN where none is; null where no cell states any. */
  readonly offsets: Float64Array | null;
  /** True for epochs, which state their zone by being what they are. */
  readonly isUtc: boolean;
  /** True if any cell has a time of day. */
  readonly hasClock: boolean;
  /** Names of zones that cells carry, other than offsets. */
  readonly zones: readonly string[];
  /** True if fractions of a millisecond were cut off. */
  readonly finer: boolean;
}

/** Takes the cells of a column of times one by one. */
export interface TimeColumn {
  /** False where the cell holds no time under any order; nothing is kept then. */
  add(text: string, line: number): boolean;
  content(): TimeColumnContent;
}

/** A column of times in the given notation. */
export function createTimeColumn(format: TimeFormat): TimeColumn {
  return format.kind === "calendar" ? calendarColumn(format) : plainColumn(format);
}

function plainColumn(format: Exclude<TimeFormat, { kind: "calendar" }>): TimeColumn {
  const wall = growing();
  return {
    add(text) {
      const time = readTime(text, format);
      if (Number.isNaN(time)) return false;
      push(wall, time);
      return true;
    },
    content: () => ({
      readings: [{ order: "year-first", wall: taken(wall), failure: null }],
      offsets: null,
      isUtc: format.kind === "epoch",
      hasClock: format.kind !== "serial" || taken(wall).some((time) => time % 86_400_000 !== 0),
      zones: [],
      finer: false,
    }),
  };
}

interface OpenReading {
  readonly order: DateOrder;
  readonly wall: Growing;
  /** True while every year has two digits. */
  shortYears: boolean;
  failure: { readonly text: string; readonly line: number } | null;
}

function scanOrder(text: string, reading: OpenReading): number {
  const time = scanTime(text, reading.order);
  if (!Number.isNaN(time)) reading.shortYears &&= scanned.shortYear;
  return time;
}

function calendarColumn({ orders, six }: Extract<TimeFormat, { kind: "calendar" }>): TimeColumn {
  const readings: readonly OpenReading[] = orders.map((order) => ({
    order,
    wall: growing(),
    shortYears: true,
    failure: null,
  }));
  const first = readings[0] as OpenReading;
  const others = readings.slice(1);
  const zones = new Set<string>();
  let offsets: Growing | null = null;
  let hasClock = false;
  let finer = false;

  const keepExtras = (): void => {
    hasClock ||= scanned.clock;
    finer ||= scanned.finer;
    if (scanned.zone !== "" && zones.size < 20) zones.add(scanned.zone);
    if (offsets === null && !Number.isNaN(scanned.offset)) {
      offsets = growing();
      while (offsets.length < first.wall.length) push(offsets, Number.NaN);
    }
    if (offsets !== null) push(offsets, scanned.offset);
  };

  const times = new Float64Array(readings.length);
  /** Reads a cell under the orders that have failed before, or under those that have not; false if none can. */
  const scanUnder = (text: string, failed: boolean): boolean => {
    let isRead = false;
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i] as OpenReading;
      if ((reading.failure !== null) !== failed) continue;
      const time = scanOrder(text, reading);
      times[i] = time;
      if (isRead || Number.isNaN(time)) continue;
      isRead = true;
      keepExtras();
    }
    return isRead;
  };

  /** An order that failed once is asked again only for cells that no other can read. */
  const addToAll = (text: string, line: number): boolean => {
    times.fill(Number.NaN);
    if (!scanUnder(text, false) && !scanUnder(text, true)) return false;
    for (const [i, reading] of readings.entries()) {
      push(reading.wall, times[i] as number);
      if (Number.isNaN(times[i])) reading.failure ??= { text, line };
    }
    return true;
  };

  return {
    add(cell, line) {
      const text = six === undefined ? cell : spread(cell, six);
      if (others.length > 0) return addToAll(text, line);
      const time = scanOrder(text, first);
      if (Number.isNaN(time)) return false;
      keepExtras();
      push(first.wall, time);
      return true;
    },
    content: () => ({
      readings: readings.map(({ order, wall, shortYears, failure }) => ({
        order,
        wall: shortYears ? inCenturies(taken(wall), new Date().getUTCFullYear()) : taken(wall),
        failure,
      })),
      offsets: offsets === null ? null : taken(offsets),
      isUtc: false,
      hasClock,
      zones: [...zones],
      finer,
    }),
  };
}
