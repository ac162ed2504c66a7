import type { MarketView } from "../lint/market-view.ts";
import { copiedPlaces } from "../lint/rules/copied-bars.ts";
import { highLowMiss, isRounding } from "../lint/rules/high-low.ts";
import { outlierPlaces } from "../lint/rules/outlier.ts";
import { certainSplits } from "../lint/rules/split.ts";
import { unknownZeros } from "../lint/rules/volume-cells.ts";
import { strayWeekendRows } from "../lint/rules/weekend.ts";
import { sameTimes } from "../lint/same-times.ts";
import { isUsable } from "../lint/sorted-rows.ts";
import { counted } from "../lint/text.ts";
import type { RawBars } from "../raw-bars.ts";
import type { CellChange, Repair } from "./repair-record.ts";
import { cellChange, record, withoutRows } from "./table.ts";

/** A market after one mend, with the record of it; undefined where there was nothing to mend. */
export type Mended = { readonly raw: RawBars; readonly repair: Repair } | undefined;

/** Mends what one rule finds. The columns of `view.raw` are the mend's to write into. */
export type Mend = (view: MarketView) => Mended;

/** Drops rows. */
function dropping(
  rule: string,
  done: (count: number) => string,
  rowsOf: (view: MarketView) => readonly number[],
): Mend {
  return (view) => {
    const rows = rowsOf(view);
    if (rows.length === 0) return undefined;
    return { raw: withoutRows(view.raw, rows), repair: record(view.raw, rule, done(rows.length), rows) };
  };
}

function rowsWhere(raw: RawBars, wrong: (i: number) => boolean): readonly number[] {
  const rows: number[] = [];
  for (let i = 0; i < raw.length; i++) if (wrong(i)) rows.push(i);
  return rows;
}

const prices = ["open", "high", "low", "close"] as const;

function lacksPrice(raw: RawBars, i: number): boolean {
  return prices.some((name) => !Number.isFinite(raw[name][i] as number));
}

/** Widens high and low to hold all four prices, in the rows whose miss is wanted. */
function widening(rule: string, wanted: (view: MarketView, i: number, miss: number) => boolean): Mend {
  return (view) => {
    const { raw } = view;
    const rows = rowsWhere(raw, (i) => {
      const miss = highLowMiss(raw, i);
      return miss > 0 && isUsable(raw, i) && wanted(view, i, miss);
    });
    if (rows.length === 0) return undefined;
    const changes: CellChange[] = [];
    for (const i of rows) {
      const bar = prices.map((name) => raw[name][i] as number);
      for (const [column, value] of [
        ["high", Math.max(...bar)],
        ["low", Math.min(...bar)],
      ] as const) {
        const before = raw[column][i] as number;
        if (before !== value) changes.push(cellChange(raw, i, column, before, value));
        raw[column][i] = value;
      }
    }
    const done = `high and low of ${counted(rows.length, "bar")} widened to hold open and close`;
    return { raw, repair: record(raw, rule, done, rows, changes) };
  };
}

/** Marks volumes as unknown. */
function forgettingVolume(rule: string, what: string, rowsOf: (view: MarketView) => readonly number[]): Mend {
  return (view) => {
    const { raw } = view;
    const rows = rowsOf(view);
    if (rows.length === 0) return undefined;
    const changes = rows.slice(0, 20).map((i) => cellChange(raw, i, "volume", raw.volume[i] as number, Number.NaN));
    for (const i of rows) raw.volume[i] = Number.NaN;
    return {
      raw,
      repair: record(raw, rule, `${what} of ${counted(rows.length, "bar")} marked as unknown`, rows, changes),
    };
  };
}

function rowsOfPlaces(view: MarketView, places: readonly number[]): readonly number[] {
  return places.map((t) => view.row[t] as number).sort((a, b) => a - b);
}

/** Divides every price before a split by its ratio and multiplies volume, the latest split first. */
function adjustSplits(view: MarketView): Mended {
  const splits = certainSplits(view);
  if (splits.length === 0) return undefined;
  const { raw, row } = view;
  const rows = splits.map(({ place }) => row[place] as number).sort((a, b) => a - b);
  const changes: CellChange[] = [];
  let factor = 1;
  let next = splits.length - 1;
  for (let t = view.length - 1; t >= 0; t--) {
    const i = row[t] as number;
    if (factor !== 1) {
      for (const name of prices) raw[name][i] = (raw[name][i] as number) / factor;
      raw.volume[i] = (raw.volume[i] as number) * factor;
    }
    const split = splits[next];
    if (split?.place === t) {
      factor *= split.ratio;
      next -= 1;
      const before = view.close[t - 1] as number;
      changes.push(cellChange(raw, row[t - 1] as number, "close", before, before / factor));
    }
  }
  const names = splits.map(({ name }) => name).join(", ");
  const done = `prices before ${counted(splits.length, "split")} (${names}) divided by the ratio, volume multiplied`;
  return { raw, repair: record(raw, "split", done, rows, changes.reverse()) };
}

/** What each rule's repair does, in the order in which repairs are made. */
export const mends: readonly (readonly [rule: string, mend: Mend])[] = [
  [
    "missing-time",
    dropping(
      "missing-time",
      (count) => `${counted(count, "row")} without a time dropped`,
      ({ raw }) => rowsWhere(raw, (i) => !Number.isFinite(raw.time[i] as number)),
    ),
  ],
  [
    "missing-price",
    dropping(
      "missing-price",
      (count) => `${counted(count, "row")} without a price dropped`,
      ({ raw }) => rowsWhere(raw, (i) => Number.isFinite(raw.time[i] as number) && lacksPrice(raw, i)),
    ),
  ],
  [
    "non-positive-price",
    dropping(
      "non-positive-price",
      (count) => `${counted(count, "row")} with a price of zero or less dropped`,
      ({ raw }) =>
        rowsWhere(raw, (i) => Number.isFinite(raw.time[i] as number) && !lacksPrice(raw, i) && !isUsable(raw, i)),
    ),
  ],
  [
    "duplicate-time",
    dropping(
      "duplicate-time",
      (count) => `${counted(count, "row")} repeating a bar dropped`,
      ({ raw }) => sameTimes(raw).flatMap(({ identical, again }) => (identical ? [again] : [])),
    ),
  ],
  [
    "duplicate-conflict",
    dropping(
      "duplicate-conflict",
      (count) => `${counted(count, "bar")} of a time already there dropped, the first of the file kept`,
      ({ raw }) => sameTimes(raw).map(({ again }) => again),
    ),
  ],
  [
    "copied-bars",
    dropping(
      "copied-bars",
      (count) => `${counted(count, "copied bar")} dropped`,
      (view) =>
        rowsOfPlaces(
          view,
          copiedPlaces(view).map(({ place }) => place),
        ),
    ),
  ],
  ["weekend", dropping("weekend", (count) => `${counted(count, "weekend bar")} dropped`, strayWeekendRows)],
  [
    "outlier",
    dropping(
      "outlier",
      (count) => `${counted(count, "bar")} far off dropped`,
      (view) => rowsOfPlaces(view, outlierPlaces(view)),
    ),
  ],
  [
    "high-low-rounding",
    widening("high-low-rounding", ({ raw, tick }, i, miss) => isRounding(miss, raw.close[i] as number, tick)),
  ],
  ["high-low", widening("high-low", () => true)],
  [
    "negative-volume",
    forgettingVolume("negative-volume", "negative volume", ({ raw }) =>
      rowsWhere(raw, (i) => (raw.volume[i] as number) < 0 || raw.volume[i] === Number.POSITIVE_INFINITY),
    ),
  ],
  [
    "zero-volume",
    forgettingVolume("zero-volume", "volume 0", (view) => rowsOfPlaces(view, unknownZeros(view).unknown)),
  ],
  ["split", adjustSplits],
];
