import type { RawBars } from "../../../core/market/raw-bars.ts";
import type { NumberRole, RowContent } from "./row-reader.ts";

/** What is done to the stated numbers on the way to bars. */
export interface NumberRules {
  /** Prices are divided by this. */
  readonly divisor: number;
  /** Volumes are multiplied by this. */
  readonly volumeFactor: number;
  /** True: prices times adjusted close ÷ close. */
  readonly byRatio: boolean;
}

/** Bars, and which volume they have. */
export interface AssembledBars {
  readonly bars: RawBars;
  /** True if open, high and low are the close, for want of others. */
  readonly closeOnly: boolean;
  readonly volumeRole: "volume" | "tickVolume" | null;
}

/** The bars of rows whose opens are known. */
export function assembleBars(rows: RowContent, time: Float64Array, rules: NumberRules): AssembledBars {
  const column = (role: NumberRole): Float64Array | undefined => rows.numbers.get(role);
  const close = column("close") ?? new Float64Array(rows.length).fill(Number.NaN);
  const [open, high, low] = [column("open"), column("high"), column("low")];
  const ratio = rules.byRatio ? ratioOf(column("adjustedClose"), close) : null;
  const price = (stated: Float64Array | undefined): Float64Array => scaled(stated ?? close, rules.divisor, ratio);
  const volumeRole = volumeOf(rows);
  const further = column("furtherVolume");
  const stated = volumeRole === null ? undefined : column(volumeRole);
  const volume = further === undefined ? stated : stated?.map((value, t) => value + (further[t] as number));
  const bars: RawBars = {
    length: rows.length,
    time,
    open: price(open),
    high: price(high),
    low: price(low),
    close: price(close),
    volume: volume?.map((value) => value * rules.volumeFactor) ?? new Float64Array(rows.length).fill(Number.NaN),
    line: rows.line,
  };
  return { bars, closeOnly: open === undefined, volumeRole };
}

/** Real volume where any bar has some, else ticks. */
function volumeOf({ numbers }: RowContent): "volume" | "tickVolume" | null {
  const volume = numbers.get("volume");
  const ticks = numbers.get("tickVolume");
  if (volume !== undefined && (ticks === undefined || volume.some((value) => value > 0))) return "volume";
  return ticks === undefined ? null : "tickVolume";
}

const ratioOf = (adjusted: Float64Array | undefined, close: Float64Array): Float64Array =>
  close.map((value, t) => (adjusted?.[t] ?? Number.NaN) / value);

/** A column of its own memory, for close may serve four times. */
function scaled(column: Float64Array, divisor: number, ratio: Float64Array | null): Float64Array {
  return column.map((value, t) => (value / divisor) * (ratio === null ? 1 : (ratio[t] as number)));
}
