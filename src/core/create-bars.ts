import type { Bars } from "./bars.ts";
import { inferBarsPerYear } from "./market/infer-bars-per-year.ts";
import { type BarFinding, validateBars } from "./market/validate-bars.ts";

/** Columns to make bars of, oldest bar first. Only `close` must be there. */
export interface BarsInput {
  /** Opening times, milliseconds UTC, strictly increasing; days from 1970-01-01 on unless given. */
  readonly time?: ArrayLike<number>;
  /** Prices above 0. `open` is the close of the bar before (of the first bar, its own) unless given. */
  readonly open?: ArrayLike<number>;
  /** At least open and close; the higher of the two unless given. */
  readonly high?: ArrayLike<number>;
  /** At most open and close; the lower of the two unless given. */
  readonly low?: ArrayLike<number>;
  readonly close: ArrayLike<number>;
  /** Units traded, ≥ 0; NaN (unknown) unless given. */
  readonly volume?: ArrayLike<number>;
  /** Bars in a year, > 0; inferred from `time` unless given, and 252 without times. */
  readonly barsPerYear?: number;
}

/**
 * Bars of plain columns, copied and checked.
 *
 * @throws TypeError for a column that is no array of numbers, `close` among them where it is missing
 * @throws RangeError for columns of unequal length, and for the first value that breaks a rule of bars; says where.
 * @example
 * import { createBars } from "walkforward";
 * const bars = createBars({ close: [100, 102, 101] });
 * console.log(bars.length, bars.open, bars.high[1], bars.barsPerYear); // 3 Float64Array(3) [ 100, 100, 102 ] 102 252
 */
export function createBars(input: BarsInput): Bars {
  checkColumns(input);
  const close = Float64Array.from(input.close);
  const open = input.open ? Float64Array.from(input.open) : close.map((price, t) => close[t - 1] ?? price);
  const body = (t: number): [number, number] => [open[t] as number, close[t] as number];
  const bars: Bars = {
    length: close.length,
    time: input.time ? Float64Array.from(input.time) : close.map((_, t) => t * 86_400_000),
    open,
    high: input.high ? Float64Array.from(input.high) : close.map((_, t) => Math.max(...body(t))),
    low: input.low ? Float64Array.from(input.low) : close.map((_, t) => Math.min(...body(t))),
    close,
    volume: input.volume ? Float64Array.from(input.volume) : new Float64Array(close.length).fill(Number.NaN),
    barsPerYear: input.barsPerYear ?? (input.time ? inferBarsPerYear(input.time) : 252),
  };
  checkBars(bars, input);
  return bars;
}

/** JavaScript calls this too: a number or a text would turn into other bars without a word. */
function checkColumns(input: BarsInput): void {
  for (const name of ["close", "time", "open", "high", "low", "volume"] as const) {
    const column: unknown = input?.[name];
    if (column === undefined && name !== "close") continue;
    if (typeof column === "object" && column !== null && "length" in column) continue;
    const got = column === undefined ? "nothing" : JSON.stringify(column);
    throw new TypeError(
      `${name} is ${got}: it must be an array of numbers, e.g. createBars({ close: [100, 102, 101] })`,
    );
  }
}

function checkBars(bars: Bars, input: BarsInput): void {
  for (const name of ["time", "open", "high", "low", "volume"] as const) {
    if (bars[name].length !== bars.length) {
      throw new RangeError(
        `${name} has ${bars[name].length} values, close ${bars.length}: they must be of equal length`,
      );
    }
  }
  if (!(bars.barsPerYear > 0 && bars.barsPerYear < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`barsPerYear is ${bars.barsPerYear}: it must be a number above 0`);
  }
  const findings = validateBars(bars, 10);
  // A wrong close shows in the columns made of it first: name the one that was given.
  const finding = findings.find(({ column }) => input[column] !== undefined) ?? findings[0];
  if (finding !== undefined) throw new RangeError(described(finding));
}

function described({ column, row, value, wanted }: BarFinding): string {
  return `${column}[${row}] is ${value}: it must be ${wanted}`;
}
