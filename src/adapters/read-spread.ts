import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { UserError } from "../core/failure.ts";
import { readingError } from "./shared/reading-error.ts";

/**
 * The column `spread` of a CSV of bars, in units of price, one number a bar, NaN where a cell is empty; null where
 * the file has no such column. Only the header is read then. Throws `UserError` for a cell that is no spread; says
 * where. `name` is the file as the user wrote it.
 */
export async function readSpread(file: string, name: string): Promise<Float64Array | null> {
  const spread: number[] = [];
  let at = -1;
  let isHeader = true;
  try {
    const records = createReadStream(file).pipe(
      parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true }),
    );
    for await (const { record, info } of records as AsyncIterable<Line>) {
      if (isHeader) {
        isHeader = false;
        at = record.findIndex((cell) => cell.trim().toLowerCase() === "spread");
        if (at < 0) return null;
      } else {
        spread.push(readCell(record[at] ?? "", `${name}, line ${info.lines}, column spread`));
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw readingError(error, name, "a CSV file");
  }
  return at < 0 ? null : Float64Array.from(spread);
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readCell(cell: string, place: string): number {
  const text = cell.trim();
  if (text === "") return Number.NaN;
  const value = /^\+?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UserError(`${place}: "${text}"; wanted a number of at least 0 in units of price, or nothing if unknown`);
}
