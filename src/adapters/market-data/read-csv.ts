import { CsvError } from "csv-parse";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { type BarFinding, validateBars } from "../../core/market/validate-bars.ts";
import { readingError } from "../shared/reading-error.ts";
import { type BarReader, createBarReader } from "./bar-reader.ts";
import { readInThreads } from "./read-in-threads.ts";
import { readPiece } from "./read-piece.ts";

/**
 * Reads a CSV of bars: a header with time (or timestamp, date, datetime), open, high, low, close and perhaps volume, in any
 * order and case, other columns ignored; oldest bar first. The file is streamed, so that memory holds the columns only; a long one
 * is parsed in several threads.
 * `barsPerYear` of the result is NaN: a file does not state it. Throws `UserError` naming file, line, column and value.
 */
export async function readCsv(file: string, name: string): Promise<Bars> {
  const quick = await readInThreads(file);
  if (quick !== null && validateBars(quick, 1).length === 0) return quick;
  const reader = createBarReader(name);
  try {
    await readPiece({ file }, reader);
  } catch (error) {
    throw readableError(error, name);
  }
  const bars = reader.bars();
  const findings = validateBars(bars);
  const [first] = findings;
  if (first !== undefined) throw new UserError(describeFinding(name, bars, first, findings.length, reader));
  return bars;
}

function describeFinding(name: string, bars: Bars, finding: BarFinding, count: number, reader: BarReader): string {
  const value = finding.column === "time" ? new Date(finding.value).toISOString() : String(finding.value);
  const others = count > 1 ? ` (${count - 1}${count >= 1000 ? " or more" : ""} other findings)` : "";
  const backwards = finding.rule === "order" && (bars.time[0] as number) > (bars.time[bars.length - 1] as number);
  const advice = backwards ? "; the file seems to stand newest first: sort it oldest first" : "";
  return `${name}, line ${reader.lineOf(finding.row)}, column ${finding.column}: ${value} breaks the rule ${finding.rule}, wanted ${finding.wanted}${others}${advice}`;
}

/** What a user can act on, from what the file system or the parser threw. */
function readableError(error: unknown, name: string): unknown {
  if (error instanceof CsvError) return new UserError(`${name}: ${error.message}; wanted a CSV with commas`);
  return readingError(error, name, "a CSV file");
}
