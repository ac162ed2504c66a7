import { UserError } from "../../core/failure.ts";
import { type PriceColumns, priceColumns } from "./columns/adjusted-columns.ts";
import { headerRank } from "./columns/header-words.ts";
import { type ColumnMap, mapColumns } from "./columns/map-columns.ts";
import type { ImportOptions } from "./import-options.ts";
import { numberStyle } from "./numbers/number-style.ts";
import type { RowPlan } from "./rows/row-reader.ts";
import type { Sample } from "./text/sample.ts";
import { detectTimeFormat, type TimeFormat } from "./time/time-format.ts";
import type { Known } from "./understanding.ts";
import type { Layout } from "./vendor.ts";

/** How the rows are to be read, and what is to be said of it. */
export interface Plan {
  readonly rows: RowPlan;
  readonly adjusted: PriceColumns["adjusted"];
  readonly numbersKnown: Known;
}

/** Columns, numbers and times of a file, from its sample, the vendor's layout and the options. Throws `UserError`. */
export function planRows(sample: Sample, layout: Layout, options: ImportOptions): Plan {
  const { name } = options;
  const { columns, adjusted } = priceColumns(mapColumns(sample, layout.columns), options.adjusted ?? false, name);
  if (options.symbol !== undefined && !columns.roles.includes("symbol")) {
    throw new UserError(
      `${name}: no column of symbols, so that ${options.symbol} cannot be taken out; leave --symbol away`,
    );
  }
  const { known, ...numbers } = numberStyle(numberCells(sample, columns), sample.delimiter, options.decimal, name);
  const first = sample.header === null ? (sample.rows[0]?.line ?? 1) : sample.header.line + 1;
  const time = layout.time ?? timeFormat(sample, columns, name);
  return {
    rows: { name, columns, time, numbers, firstLine: first, symbol: options.symbol },
    adjusted,
    numbersKnown: known,
  };
}

function numberCells(sample: Sample, columns: ColumnMap): readonly string[] {
  return columns.roles.flatMap((role, i) =>
    role === null || role === "time" || role === "clock" || role === "symbol"
      ? []
      : sample.rows.map(({ cells }) => cells[i] ?? ""),
  );
}

function timeFormat(sample: Sample, { roles, sources, known }: ColumnMap, name: string): TimeFormat {
  const at = roles.indexOf("time");
  const clock = roles.indexOf("clock");
  const dates = sample.rows.map(({ cells }) => cells[at] ?? "");
  const cells = clock < 0 ? dates : sample.rows.map((row, i) => `${dates[i]} ${row.cells[clock] ?? ""}`);
  // Lines of words, such as a second header, say nothing of the notation.
  const isDate = known === "stated" && headerRank(sources[at] ?? "", "clock") === undefined;
  const format = detectTimeFormat(
    cells.filter((cell) => /\d/.test(cell)).map((cell) => cell.trim()),
    isDate,
  );
  if (format !== null) return format;
  const example = dates.find((cell) => cell !== "") ?? "";
  if (sample.rows.length === 0) throw new UserError(`${name}: a header and no bars; download the file again`);
  throw new UserError(
    `${name}, line ${sample.rows[0]?.line}, column ${sources[at]}: "${example.slice(0, 60)}" is no time that is known; wanted ` +
      "dates such as 2020-01-31, 31.01.2020, 01/31/2020 9:30 AM, 31-Jan-20, 20200131 or seconds since 1970",
  );
}
