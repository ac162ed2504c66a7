import type { Cell, Column, Table } from "../table.ts";
import type { RowSink } from "./row-sink.ts";
import type { WholeFile } from "./whole-file.ts";

/** What a spreadsheet takes for a formula; and the apostrophe itself, so that taking one away gives the text back. */
const formula = /^[=+\-@\t\r']/;

/**
 * A table as CSV (RFC 4180, UTF-8, lines end with CR LF, a header first). Text is always in quotes, so that null (an empty
 * field) and "" (two quotes) differ. A text that a spreadsheet would take for a formula has an apostrophe before it
 * unless `raw`: replies are written by models. Times are ISO-8601.
 */
export function csvSink(file: WholeFile, { columns }: Table, { raw }: { readonly raw: boolean }): RowSink {
  const writers = columns.map((column) => fieldOf(column, raw));
  const lines = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(",")}\r\n`).join("");
  file.write(lines([columns.map((column) => column.name)]));
  return {
    add: (rows) =>
      file.write(lines(rows.map((row) => row.map((cell, i) => (writers[i] as (cell: Cell) => string)(cell))))),
    end: () => {},
  };
}

function fieldOf({ type }: Column, raw: boolean): (cell: Cell) => string {
  if (type === "time") return (cell) => (cell === null ? "" : new Date(Number(cell)).toISOString());
  if (type !== "text") return (cell) => (cell === null ? "" : String(cell));
  return (cell) => {
    if (cell === null) return "";
    const text = String(cell);
    const safe = !raw && formula.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
}
