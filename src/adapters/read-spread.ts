import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { UserError } from "../core/failure.ts";
import { readingError } from "./shared/reading-error.ts";

/** How much of a cell is half the quoted spread, by the name of its column without case, hyphens and underscores. */
const shares: ReadonlyMap<string, number> = new Map([
  ["spread", 0.5],
  ["halfspread", 1],
]);

/** Where the spread stands in a record. */
interface SpreadColumn {
  readonly at: number;
  /** As the header writes it. */
  readonly title: string;
  readonly share: number;
}

/**
 * Half the quoted spread of each bar out of a CSV of bars, in units of price, NaN where a cell is empty: the column
 * `halfSpread`, or half of the column `spread` (ask less bid); null where the file has neither, and only its header is read
 * then. Throws `UserError` for a file with both and for a cell that is no spread; says where. `name` is the file as the user
 * wrote it.
 */
export async function readHalfSpread(file: string, name: string): Promise<Float64Array | null> {
  const found: number[] = [];
  let column: SpreadColumn | null = null;
  let isHeader = true;
  try {
    const records = createReadStream(file).pipe(
      parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true }),
    );
    for await (const { record, info } of records as AsyncIterable<Line>) {
      if (isHeader) {
        isHeader = false;
        column = findColumn(record, name);
      } else if (column !== null) {
        found.push(
          column.share * readCell(record[column.at] ?? "", `${name}, line ${info.lines}, column ${column.title}`),
        );
      }
      if (column === null) return null;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof CsvError) throw new UserError(`${name}: ${error.message}; wanted a CSV with commas`);
    throw readingError(error, name, "a CSV file");
  }
  return column === null ? null : Float64Array.from(found);
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function findColumn(header: readonly string[], name: string): SpreadColumn | null {
  const columns = header.flatMap((cell, at): SpreadColumn[] => {
    const title = cell.trim();
    const share = shares.get(title.toLowerCase().replace(/[-_]/g, ""));
    return share === undefined ? [] : [{ at, title, share }];
  });
  const [first, second] = columns;
  if (first === undefined) return null;
  if (second === undefined) return first;
  throw new UserError(
    `${name}, line 1: columns ${first.title} and ${second.title}; wanted one of spread and halfSpread`,
  );
}

function readCell(cell: string, place: string): number {
  const text = cell.trim();
  if (text === "" || text.toLowerCase() === "nan") return Number.NaN;
  const value = /^\+?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UserError(`${place}: "${text}"; wanted a number of at least 0 in units of price, or nothing if unknown`);
}
