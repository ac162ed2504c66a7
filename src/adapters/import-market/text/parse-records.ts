import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";

/** One record of a CSV and the line it ends on, from 1. */
export interface TextRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How the cells of a file are set apart. */
export type Delimiter = "," | ";" | "\t" | "|" | "~" | "^" | ":" | " ";

/** What stands around cells that hold the delimiter. */
export type Quote = '"' | "'";

/** How the cells of a text are cut. */
export interface CellSigns {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
}

/** Longest record in bytes: a bar takes a few hundred; a quotation mark that nothing closes would take the rest of the file. */
const longestRecord = 1 << 16;

/** csv-parse's options for tables as vendors write them: ragged rows pass, blank lines do not count. */
export function csvOptions({ delimiter, quote }: CellSigns, lineEnds: readonly string[]): Options {
  return {
    // Runs of blanks arrive as single tabs: see `joinBlanks`.
    delimiter: delimiter === " " ? "\t" : delimiter,
    quote,
    escape: quote,
    record_delimiter: [...lineEnds],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  };
}

/** The line ends that a text has: one, or all where they are mixed. */
export function lineEndsOf(text: string): readonly string[] {
  const both = text.split("\r\n").length - 1;
  const feeds = text.split("\n").length - 1 - both;
  const returns = text.split("\r").length - 1 - both;
  const kinds = [both > 0, feeds > 0, returns > 0].filter(Boolean).length;
  if (kinds > 1) return ["\r\n", "\n", "\r"];
  if (both > 0) return ["\r\n"];
  return returns > 0 ? ["\r"] : ["\n"];
}

/** Runs of blanks and tabs as single tabs, none at the ends of lines: tables set in columns become tables with delimiters. */
export function joinBlanks(text: string): string {
  return text.replace(/[ \t\u00a0]+/g, "\t").replace(/^\t+|\t+$/gm, "");
}

/** The records of a sample; null where it cannot be read with these signs. */
export function parseRecords(text: string, signs: CellSigns): readonly TextRecord[] | null {
  const { delimiter } = signs;
  const options = csvOptions(signs, lineEndsOf(text));
  const records: TextRecord[] = [];
  try {
    parse(delimiter === " " ? joinBlanks(text) : text, {
      ...options,
      on_record: (cells: string[], context) => {
        records.push({ line: context.lines, cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
  } catch (error) {
    // The sample ends where it ends: an open quotation mark there is the reader's to judge.
    if (!(error instanceof CsvError)) throw error;
    if (records.length === 0) return null;
  }
  return records;
}

/** Cells in apostrophes, as SQL writes texts: so stand most lines, and none has cells in quotation marks. */
export function detectQuote(text: string): Quote {
  const lines = text.split(/\r\n|\n|\r/, 60).filter((line) => line.trim() !== "");
  const single = lines.filter((line) => /(?:^|[,;\t|~^:])\s*'[^']*'\s*(?=[,;\t|~^:]|$)/.test(line));
  const double = lines.some((line) => /(?:^|[,;\t|~^:])\s*"/.test(line));
  return single.length > 0.5 * lines.length && !double ? "'" : '"';
}
