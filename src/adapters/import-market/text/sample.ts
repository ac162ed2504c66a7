import { UserError } from "../../../core/failure.ts";
import { headerRank, rolesNamed } from "../columns/header-words.ts";
import { isNumberLike, isTimeLike } from "./cell-kinds.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { type Delimiter, detectQuote, parseRecords, type Quote, type TextRecord } from "./parse-records.ts";

/** The beginning of a file as a table: what vendors are recognised by. */
export interface Sample {
  /** Name of the file and, for a zip archive, of the file inside, without folders: `20131007_trade.zip`, `spy.csv`. */
  readonly fileNames: readonly string[];
  /** The file as the user named it. */
  readonly name: string;
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  /** Lines before the header, as they stand there. */
  readonly preamble: readonly string[];
  /** The header; null for a file without. */
  readonly header: TextRecord | null;
  /** The first records behind the header, at most 400. */
  readonly rows: readonly TextRecord[];
}

const mostRows = 400;

/** The first lines of a text as a table. `text` may end in the middle of a line, unless `whole`. Throws `UserError` for none. */
export function readSample(
  text: string,
  whole: boolean,
  file: { readonly name: string; readonly fileNames: readonly string[] },
): Sample {
  const end = whole ? text.length : Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  const lines = (end > 0 ? text.slice(0, end) : text).split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, mostRows + 60);
  const stated = /^sep=(.)\s*$/i.exec(lines[0] ?? "")?.[1];
  const start = lines.join("");
  const quote = detectQuote(start);
  const delimiter = detectDelimiter(start, quote, stated);
  const records = parseRecords(start, { delimiter, quote }) ?? [];
  if (records.length === 0) throw noLines(start, file.name);
  const at = headerAt(records);
  const rows = records.slice(at.header === null ? at.first : at.header + 1);
  if (rows.length === 0) throw new UserError(`${file.name}: a header and no bars; download the file again`);
  const before = records.slice(0, Math.max(0, at.first));
  return {
    ...file,
    delimiter,
    quote,
    preamble: before.map(({ cells }) => cells.join(delimiter)),
    header: at.header === null ? null : (records[at.header] as TextRecord),
    rows,
  };
}

function noLines(text: string, name: string): UserError {
  if (text.trim() === "") return new UserError(`${name}: blank lines only; download the file again`);
  return new UserError(
    `${name}, line 1: the line never ends, or a quotation mark opens that nothing closes; wanted a CSV`,
  );
}

/**
 * Where the header stands: the first line that names three columns of a bar, else the line before the first row of data where
 * it holds names only. `first` is the first line of the table.
 */
function headerAt(records: readonly TextRecord[]): { readonly header: number | null; readonly first: number } {
  const strong = records.slice(0, 60).findIndex(({ cells }) => rolesNamed(cells) >= 3);
  if (strong >= 0) return { header: strong, first: strong };
  let data = records.findIndex(isData);
  // Rows of a date and a word for "missing" before the first number.
  while (data > 0 && records[data - 1]?.cells.some(isTimeLike) === true) data -= 1;
  const above = records[data - 1];
  const isNamed = above?.cells.some((cell) => headerRank(cell, "time") !== undefined) ?? false;
  const isHeader =
    above !== undefined &&
    above.cells.length > 1 &&
    // A curve has columns that are called 3 Mo and 10 Yr.
    (isNamed || !above.cells.some(isNumberLike)) &&
    (above.cells.length === records[data]?.cells.length || above.cells.some((cell) => headerRank(cell, "time") === 0));
  if (isHeader) return { header: data - 1, first: data - 1 };
  return { header: null, first: Math.max(0, data) };
}

const isData = ({ cells }: TextRecord): boolean =>
  cells.some((cell) => isTimeLike(cell) || /^-?\d{9,19}(\.\d+)?$/.test(cell)) && cells.some(isNumberLike);
