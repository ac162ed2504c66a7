import { type Bars, barColumns } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { parseDecimal } from "../../core/market/parse-decimal.ts";
import { parseTime } from "../../core/market/parse-time.ts";

type Column = (typeof barColumns)[number];

/** Takes the records of a CSV one by one and collects their columns. */
export interface BarReader {
  /** The first record is the header. `line` is its line in the file, from 1. Throws `UserError`. */
  add(record: readonly string[], line: number): void;
  /** The bars so far; throws `UserError` where there are none. */
  bars(): Bars;
  /** Line of a bar in the file, from 1. */
  lineOf(row: number): number;
}

const timeNames = ["time", "timestamp", "date", "datetime"];
const wantedHeader = "wanted time (or timestamp, date, datetime), open, high, low, close and, where known, volume";

/** Where each column stands in a record; −1 for a volume that is not there. */
function readHeader(record: readonly string[], name: string): Readonly<Record<Column, number>> {
  const names = record.map((cell) => cell.trim().toLowerCase());
  const find = (wanted: readonly string[]): number => {
    const found = names.flatMap((cell, i) => (wanted.includes(cell) ? [i] : []));
    if (found.length > 1 && wanted.length === 1) {
      throw new UserError(`${name}, line 1: column ${wanted[0]} stands there ${found.length} times, wanted once`);
    }
    if (found.length === 0 && wanted[0] !== "volume") {
      throw new UserError(`${name}, line 1: no column ${wanted[0]} in "${record.join(",")}"; ${wantedHeader}`);
    }
    return found[0] ?? -1;
  };
  const [open, high, low, close, volume] = barColumns.slice(1).map((column) => find([column])) as number[];
  return { time: find(timeNames), open, high, low, close, volume } as Readonly<Record<Column, number>>;
}

/** A reader for the records of the file `name`. */
export function createBarReader(name: string): BarReader {
  const columns = Object.fromEntries(barColumns.map((column) => [column, new Float64Array(1024)])) as Record<
    Column,
    Float64Array
  >;
  let header: Readonly<Record<Column, number>> | undefined;
  let lines = new Uint32Array(1024);
  let length = 0;

  const grow = (): void => {
    for (const column of barColumns) columns[column] = grown(columns[column]);
    const longer = new Uint32Array(lines.length * 2);
    longer.set(lines);
    lines = longer;
  };

  return {
    add(record, line) {
      if (header === undefined) {
        header = readHeader(record, name);
        return;
      }
      if (length === lines.length) grow();
      const at = header;
      const time = parseTime((record[at.time] as string).trim());
      const open = parseDecimal(record[at.open] as string);
      const high = parseDecimal(record[at.high] as string);
      const low = parseDecimal(record[at.low] as string);
      const close = parseDecimal(record[at.close] as string);
      const volume = at.volume < 0 ? Number.NaN : parseDecimal(record[at.volume] as string);
      // One sum tells of all: a NaN among them is a cell to refuse, an unknown volume among others.
      if (Number.isNaN(time + open + high + low + close + volume)) refuseCell(name, record, at, line);
      columns.time[length] = time;
      columns.open[length] = open;
      columns.high[length] = high;
      columns.low[length] = low;
      columns.close[length] = close;
      columns.volume[length] = volume;
      lines[length] = line;
      length += 1;
    },
    bars() {
      if (header === undefined) throw new UserError(`${name}: the file is empty; ${wantedHeader}`);
      if (length === 0) throw new UserError(`${name}: a header and no bars`);
      const cut = (column: Column): Float64Array => columns[column].slice(0, length);
      return {
        length,
        time: cut("time"),
        open: cut("open"),
        high: cut("high"),
        low: cut("low"),
        close: cut("close"),
        volume: cut("volume"),
        barsPerYear: Number.NaN,
      };
    },
    lineOf: (row) => lines[row] as number,
  };
}

/** Throws for the first cell of a record that holds no number; none does where numbers beyond all bounds made the sum. */
function refuseCell(name: string, record: readonly string[], at: Readonly<Record<Column, number>>, line: number): void {
  for (const column of barColumns) {
    const text = at[column] < 0 ? "" : (record[at[column]] as string);
    if (column === "volume" && text.trim() === "") continue;
    const value = column === "time" ? parseTime(text.trim()) : parseDecimal(text);
    if (!Number.isNaN(value)) continue;
    const found = text === "" ? "empty" : `"${text}"`;
    throw new UserError(`${name}, line ${line}, column ${column}: ${found}, wanted ${wantedCell(column)}`);
  }
}

function grown(column: Float64Array): Float64Array {
  const longer = new Float64Array(column.length * 2);
  longer.set(column);
  return longer;
}

function wantedCell(column: Column): string {
  if (column === "volume") return "a number, or nothing if unknown";
  if (column !== "time") return "a price";
  return "a date (2020-01-31), a UTC time (2020-01-31T14:30:00Z), epoch seconds or milliseconds";
}
