import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import type { Bars } from "../core/bars.ts";
import { UserError } from "../core/failure.ts";
import { parseTime } from "../core/market/parse-time.ts";
import { misspeltName } from "../core/misspelt-name.ts";
import { type Positions, positionColumns, type StopColumn, stopColumns } from "../core/positions.ts";
import { readingError } from "./shared/reading-error.ts";

/** A row of the file with the line that it ends on, from 1. */
interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

/** Where the columns stand; time −1 where the file has none. */
interface Header {
  readonly target: number;
  readonly stops: readonly { readonly name: StopColumn; readonly at: number }[];
  readonly time: number;
  readonly width: number;
}

const timeNames = ["time", "timestamp", "date", "datetime"];

/**
 * Targets, and stops where there are such columns, out of a CSV, one a bar of `bars`: with a column `target` alone, one row a bar; with a column `time` (or timestamp,
 * date, datetime) too, by the opening time of the bar, in any order, bars without a row keeping the target before. An empty
 * cell (or NaN) keeps it too, and is no stop. Other columns are ignored, but not one that is nearly called like these (`stop_loss`). Throws `UserError` naming file, line, column, what was found
 * and what was wanted. `name` is the file as the user wrote it.
 */
export async function readPositions(file: string, name: string, bars: Bars): Promise<Positions> {
  const rows = parseRows(await readText(file, name), name);
  const [first, ...rest] = rows;
  if (first === undefined) throw new UserError(`${name}: the file is empty; wanted the header target, or time,target`);
  const header = readHeader(first.record, name);
  return header.time < 0 ? byRow(rest, header, name, bars) : byTime(rest, header, name, bars);
}

async function readText(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw readingError(error, name, "a CSV file");
  }
}

/** Empty lines are kept: in a file of one column they are rows. */
function parseRows(text: string, name: string): readonly Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: string[], context) => {
        rows.push({ record, line: context.lines });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UserError(`${name}: ${error.message}; wanted a CSV with commas`);
    throw error;
  }
  return rows;
}

function readHeader(record: readonly string[], name: string): Header {
  const names = record.map((cell) => cell.trim().toLowerCase());
  const target = names.indexOf("target");
  const slip = misspeltName(
    names,
    positionColumns.map((column) => column.toLowerCase()),
  );
  if (slip !== null) {
    const meant = positionColumns.find((column) => column.toLowerCase() === slip.meant);
    throw new UserError(`${name}, line 1: no column is called ${slip.name}: did you mean ${meant}?`);
  }
  if (target < 0) {
    throw new UserError(`${name}, line 1: no column target in "${record.join(",")}"; wanted target, or time,target`);
  }
  const stops = stopColumns.flatMap((name) => {
    const at = names.indexOf(name.toLowerCase());
    return at < 0 ? [] : [{ name, at }];
  });
  return { target, stops, time: names.findIndex((cell) => timeNames.includes(cell)), width: names.length };
}

function byRow(rows: readonly Row[], header: Header, name: string, bars: Bars): Positions {
  let count = rows.length;
  // Empty lines after the last bar are the end of the file, not targets.
  while (count > bars.length && isEmpty(rows[count - 1])) count--;
  // Lines joined by line breaks: the last row of all is the nothing after the last break, which a parser does not see.
  const isJoined = count === bars.length - 1 && count > 0 && isEmpty(rows[count - 1]);
  if (count !== bars.length && !isJoined) {
    throw new UserError(
      `${name}: ${count} rows for ${bars.length} bars; wanted one row a bar, or a column time to match them by`,
    );
  }
  const positions = noPositions(header, bars.length);
  for (const [t, row] of rows.slice(0, count).entries()) readRow(positions, t, row, header, name);
  return positions;
}

function byTime(rows: readonly Row[], header: Header, name: string, bars: Bars): Positions {
  const barAt = new Map(Array.from(bars.time, (time, t) => [time, t]));
  const lines = new Map<number, number>();
  const positions = noPositions(header, bars.length);
  for (const row of rows) {
    if (isEmpty(row)) continue;
    const text = cell(row, header.time, header, name, "time").trim();
    const t = barAt.get(parseTime(text));
    const place = `${name}, line ${row.line}, column time: "${text}"`;
    if (t === undefined) throw new UserError(`${place} is not the time of a bar; ${wantedTimes(bars)}`);
    const before = lines.get(t);
    if (before !== undefined) throw new UserError(`${place} stands on line ${before} too; wanted each time once`);
    lines.set(t, row.line);
    readRow(positions, t, row, header, name);
  }
  return positions;
}

function wantedTimes(bars: Bars): string {
  if (bars.length === 0) return "the market has no bars";
  const show = (time: number | undefined): string => new Date(time ?? 0).toISOString().replace("T00:00:00.000Z", "");
  return `the bars reach from ${show(bars.time[0])} to ${show(bars.time[bars.length - 1])}`;
}

/** Columns of NaN: those that the file has. */
function noPositions({ stops }: Header, length: number): Positions {
  const column = (): Float64Array => new Float64Array(length).fill(Number.NaN);
  return { target: column(), ...Object.fromEntries(stops.map((stop) => [stop.name, column()])) };
}

/** Puts the cells of a row into bar `t`. */
function readRow(positions: Positions, t: number, row: Row, header: Header, name: string): void {
  const isTarget = (value: number): boolean => value >= -1 && value <= 1;
  const wanted = "a number from -1 to 1, or nothing to keep the target before";
  positions.target[t] = readNumber(row, header, name, { name: "target", at: header.target, isValid: isTarget, wanted });
  for (const stop of header.stops) {
    const column = positions[stop.name];
    const spec = { ...stop, isValid: (value: number) => value > 0, wanted: "a number above 0, or nothing for no stop" };
    if (column !== undefined) column[t] = readNumber(row, header, name, spec);
  }
}

function readNumber(
  row: Row,
  header: Header,
  file: string,
  column: { name: string; at: number; isValid: (value: number) => boolean; wanted: string },
): number {
  const text = cell(row, column.at, header, file, column.name).trim();
  if (text === "" || text.toLowerCase() === "nan") return Number.NaN;
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (column.isValid(value)) return value;
  throw new UserError(`${file}, line ${row.line}, column ${column.name}: "${text}"; wanted ${column.wanted}`);
}

function cell(row: Row, at: number, header: Header, name: string, column: string): string {
  if (isEmpty(row) && header.width === 1) return "";
  if (row.record.length !== header.width) {
    throw new UserError(
      `${name}, line ${row.line}, column ${column}: ${row.record.length} cells; wanted ${header.width}, as in the header`,
    );
  }
  return row.record[at] ?? "";
}

function isEmpty(row: Row | undefined): boolean {
  return row === undefined || row.record.every((text) => text.trim() === "");
}
