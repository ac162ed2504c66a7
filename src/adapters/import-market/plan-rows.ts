import { UserError } from "../../core/failure.ts";
import { type PriceColumns, priceColumns } from "./columns/adjusted-columns.ts";
import { headerRank } from "./columns/header-words.ts";
import { type ColumnMap, mapColumns } from "./columns/map-columns.ts";
import type { ImportOptions } from "./import-options.ts";
import { createNumberEvidence, type FoundSigns } from "./numbers/number-evidence.ts";
import { numberStyle, type StyleHints } from "./numbers/number-style.ts";
import { datePlaces, dateText, isNumberRole, type RowContent, type RowPlan } from "./rows/row-reader.ts";
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
  const { known, open, ...numbers } = numberStyle(signsIn(sample, columns), hintsOf(sample, layout, options), false);
  const first = sample.header === null ? (sample.rows[0]?.line ?? 1) : sample.header.line + 1;
  const time = layout.time ?? timeFormat(sample, columns, name);
  return {
    rows: {
      name,
      columns,
      time,
      hours: areHours(sample, columns),
      numbers,
      numbersOpen: open,
      firstLine: first,
      symbol: options.symbol,
    },
    adjusted,
    numbersKnown: known,
  };
}

/**
 * The plan once the whole file has been read by it: another one where the sample left the notation of numbers open and the
 * rest decides against what was taken. Throws `UserError` with the question where nothing decides it.
 */
export function settleNumbers(
  plan: Plan,
  rows: RowContent,
  sample: Sample,
  layout: Layout,
  options: ImportOptions,
): Plan {
  if (rows.signs === null) return plan;
  const { known, open: _, ...numbers } = numberStyle(rows.signs, hintsOf(sample, layout, options), true);
  const { decimal, group } = plan.rows.numbers;
  if (numbers.decimal === decimal && numbers.group === group) return plan;
  return { ...plan, rows: { ...plan.rows, numbers, numbersOpen: false }, numbersKnown: known };
}

const hintsOf = ({ delimiter, name }: Sample, layout: Layout, options: ImportOptions): StyleHints => ({
  delimiter,
  given: options.decimal,
  usual: layout.decimal,
  name,
});

/** What the numbers of the sample say of their notation. */
function signsIn(sample: Sample, { roles }: ColumnMap): FoundSigns {
  const evidence = createNumberEvidence();
  for (const [i, role] of roles.entries()) {
    if (role === null || !isNumberRole(role)) continue;
    for (const { cells } of sample.rows) evidence.add(cells[i] ?? "", i);
  }
  return evidence.found();
}

/** Whether times of day are whole hours, 0 to 24: by the name of their column, or over more than one day. */
function areHours({ rows }: Sample, { roles, sources }: ColumnMap): boolean {
  const clock = roles.indexOf("clock");
  if (clock < 0) return false;
  const cells = rows.map((row) => row.cells[clock] ?? "").filter((cell) => /^\d+$/.test(cell));
  if (cells.length === 0 || !cells.every((cell) => cell.length < 3 && Number(cell) <= 24)) return false;
  const places = datePlaces(roles);
  return (
    headerRank(sources[clock] ?? "", "time") === undefined ||
    new Set(rows.map(({ cells: row }) => dateText(row, places))).size > 1
  );
}

function timeFormat(sample: Sample, { roles, sources, known }: ColumnMap, name: string): TimeFormat {
  const at = roles.indexOf("time");
  const clock = roles.indexOf("clock");
  const places = datePlaces(roles);
  const dates = sample.rows.map(({ cells }) => dateText(cells, places));
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
