import { UserError } from "../../../core/failure.ts";
import { rolesNamed } from "../columns/header-words.ts";
import type { ColumnMap } from "../columns/map-columns.ts";
import { createNumberEvidence, type FoundSigns } from "../numbers/number-evidence.ts";
import { type NumberStyle, parseNumber, unreadable } from "../numbers/parse-number.ts";
import { isNumberLike } from "../text/cell-kinds.ts";
import { createTimeColumn, type TimeColumnContent } from "../time/time-column.ts";
import type { TimeFormat } from "../time/time-format.ts";
import type { Oddity, Role } from "../understanding.ts";
import { type Growing, growing, push, taken } from "./growing.ts";
import { createOddities } from "./oddities.ts";

/** Columns of numbers that a bar is made of. */
export type NumberRole = Exclude<Role, "time" | "month" | "day" | "clock" | "symbol">;

/** True for columns of numbers that a bar is made of. */
export const isNumberRole = (role: Role): role is NumberRole =>
  role !== "time" && role !== "month" && role !== "day" && role !== "clock" && role !== "symbol";

/** How the rows of a file are to be read. */
export interface RowPlan {
  /** The file as messages name it. */
  readonly name: string;
  readonly columns: ColumnMap;
  readonly time: TimeFormat;
  /** True where times of day are whole hours: 9 is 09:00, elsewhere 00:09. */
  readonly hours: boolean;
  readonly numbers: NumberStyle;
  /** True where the sample leaves the notation of numbers open, so that the whole file is asked. */
  readonly numbersOpen: boolean;
  /** First line of the table's rows, from 1: those before are header and preamble. */
  readonly firstLine: number;
  /** The instrument to take; undefined = the only one. */
  readonly symbol: string | undefined;
}

/** What the rows of a file held, in its order. */
export interface RowContent {
  readonly length: number;
  readonly times: TimeColumnContent;
  /** Stated numbers by role; NaN = missing. */
  readonly numbers: ReadonlyMap<NumberRole, Float64Array>;
  /** Line of each row, from 1. */
  readonly line: Int32Array;
  /** Cell (date, or date and time of day) of the first row. */
  readonly firstTime: string;
  readonly symbols: readonly string[];
  readonly skipped: readonly Oddity[];
  readonly unreadable: readonly Oddity[];
  /** What the numbers say of their notation; null where that was known. */
  readonly signs: FoundSigns | null;
  /** Cells of some row hold line ends outside of quotation marks: the file mixes its line ends. */
  readonly mixedLineEnds: boolean;
}

/** Takes the records of a file one by one. */
export interface RowReader {
  /** `line` is the record's line in the file, from 1. */
  add(cells: readonly string[], line: number): void;
  /** Throws `UserError` where too much could not be read. */
  content(): RowContent;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 160;

/** A cell without blanks around it; most have none. */
const trimmed = (cell: string): string =>
  isBlank(cell.charCodeAt(0)) || isBlank(cell.charCodeAt(cell.length - 1)) || cell.endsWith("\r") ? cell.trim() : cell;

/** Where the date stands: one column, or those of year, month and day. */
export function datePlaces(roles: readonly (Role | null)[]): readonly number[] {
  return [roles.indexOf("time"), roles.indexOf("month"), roles.indexOf("day")].filter((at) => at >= 0);
}

/** The date of a row: one cell, or year, month and day with hyphens between. */
export function dateText(cells: readonly string[], places: readonly number[]): string {
  const [first = -1] = places;
  return places.length === 1 ? trimmed(cells[first] ?? "") : places.map((at) => trimmed(cells[at] ?? "")).join("-");
}

/** A reader of rows by a plan. */
export function createRowReader(plan: RowPlan): RowReader {
  const { roles } = plan.columns;
  const dateAt = datePlaces(roles);
  const clockAt = roles.indexOf("clock");
  const symbolAt = roles.indexOf("symbol");
  const numbers = roles.flatMap((role, at) =>
    role === null || !isNumberRole(role) ? [] : [{ role, at, column: growing() }],
  );
  const evidence = plan.numbersOpen ? createNumberEvidence() : null;
  const times = createTimeColumn(plan.time);
  const line = growing();
  const symbols = new Map<string, number>();
  const skipped = createOddities();
  const badCells = createOddities();
  const width = roles.length;
  let rows = 0;
  let firstTime = "";
  let mixedLineEnds = false;

  /** False for a row of another instrument. */
  const ofSymbol = (cells: readonly string[]): boolean => {
    if (symbolAt < 0) return true;
    const symbol = trimmed(cells[symbolAt] ?? "");
    if (symbols.size < 50 || symbols.has(symbol)) symbols.set(symbol, (symbols.get(symbol) ?? 0) + 1);
    return plan.symbol === undefined || symbol === plan.symbol;
  };

  /** A row too short for a bar whose first price is words: `Feb 07, 2020` and `0.77 Dividend`. */
  const isEvent = (cells: readonly string[]): boolean => {
    const said = numbers.map(({ at }) => (cells[at] ?? "").trim()).filter((cell) => cell !== "");
    return (
      said.length === 1 &&
      /\p{L}{3}/u.test(said[0] as string) &&
      parseNumber(said[0] as string, plan.numbers) === unreadable
    );
  };

  const skip = (cells: readonly string[], at: number, text: string): void => {
    const kind = kindOfRow(cells, text);
    if (kind === "the header again" && plan.columns.known === "stated") checkHeader(cells, at, plan);
    mixedLineEnds ||= cells.some((cell) => cell.includes("\n"));
    skipped.add(kind, at, cells.join(","));
  };

  const addNumbers = (cells: readonly string[], at: number): void => {
    for (const { role, at: index, column } of numbers) {
      const cell = trimmed(cells[index] ?? "");
      const value = parseNumber(cell, plan.numbers);
      evidence?.add(cell, index);
      if (value === unreadable || value === -unreadable) {
        mixedLineEnds ||= cell.includes("\n") || cell.includes("\r");
        badCells.add(`no number in ${plan.columns.sources[index]}`, at, cell);
        push(column, Number.NaN);
      } else push(column, value);
      if (role === "close" && cells.length > width) noteWidth(cells, at);
    }
  };

  const noteWidth = (cells: readonly string[], at: number): void => {
    if (cells.slice(width).some((cell) => cell.trim() !== "")) {
      badCells.add(`more cells than the ${width} columns`, at, cells.join(","));
    }
  };

  return {
    add(cells, at) {
      if (at < plan.firstLine) return;
      rows += 1;
      const date = dateText(cells, dateAt);
      const text = clockAt < 0 ? date : `${date} ${clockText(trimmed(cells[clockAt] ?? ""), plan.hours)}`;
      if (!ofSymbol(cells)) {
        skipped.add("another symbol", at, cells.join(","));
        return;
      }
      if (cells.length < width && isEvent(cells)) {
        skipped.add("a dividend, a split or a remark", at, cells.join(","));
        return;
      }
      if (date === "" || !times.add(text, at)) {
        skip(cells, at, date);
        return;
      }
      if (line.length === 0) firstTime = text;
      push(line, at);
      addNumbers(cells, at);
    },
    content() {
      checkSkipped(plan, rows, skipped.count("a date that cannot be read"), skipped.list());
      checkWidth(plan, rows, badCells.list());
      return {
        length: line.length,
        times: times.content(),
        numbers: byRole(numbers),
        line: Int32Array.from(taken(line)),
        firstTime,
        symbols: [...symbols.keys()],
        skipped: skipped.list(),
        unreadable: badCells.list(),
        signs: evidence?.found() ?? null,
        mixedLineEnds,
      };
    },
  };
}

/** A time of day in digits without its leading zeros gets them back: 0 → 0000, 930 → 0930, 93000 → 093000; hours are left alone. */
const clockText = (cell: string, hours: boolean): string =>
  /^\d{1,5}$/.test(cell) && !hours ? cell.padStart(cell.length > 4 ? 6 : 4, "0") : cell;

function byRole(
  numbers: readonly { readonly role: NumberRole; readonly column: Growing }[],
): ReadonlyMap<NumberRole, Float64Array> {
  return new Map(numbers.map(({ role, column }) => [role, taken(column)]));
}

/** Why a row without a time is there. */
function kindOfRow(cells: readonly string[], date: string): string {
  if (date === "") return cells.some((cell) => cell !== "") ? "no date" : "blank";
  if (rolesNamed(cells) >= 3) return "the header again";
  if (/\d/.test(date) && cells.filter(isNumberLike).length >= 2) return "a date that cannot be read";
  return "footer or remark";
}

/** Files joined one behind the other must have their columns in one order. */
function checkHeader(cells: readonly string[], at: number, { name, columns }: RowPlan): void {
  const same = cells.every((cell, i) => cell.trim() === (columns.sources[i] ?? "").trim());
  if (same) return;
  throw new UserError(
    `${name}, line ${at}: another header (${cells.join(",").slice(0, 80)}) than above (${columns.sources.join(",").slice(0, 80)}): ` +
      "files of several layouts joined; cut it there",
  );
}

function checkSkipped(plan: RowPlan, rows: number, unread: number, list: readonly Oddity[]): void {
  if (rows === 0) throw new UserError(`${plan.name}: a header and no bars; download the file again`);
  // A few may be misprints; more are another notation, and their bars would be missing.
  if (unread <= Math.max(0.02 * rows, Math.min(5, 0.2 * rows))) return;
  const kind = list.find(({ what }) => what === "a date that cannot be read") as Oddity;
  throw new UserError(
    `${plan.name}: ${unread} of ${rows} rows have a date that cannot be read, the first on line ${kind.lines[0]} ` +
      `("${kind.example}"); wanted dates such as 2020-01-31, 31.01.2020, 01/31/2020 or seconds since 1970`,
  );
}

function checkWidth(plan: RowPlan, rows: number, list: readonly Oddity[]): void {
  const wide = list.find(({ what }) => what.startsWith("more cells"));
  if (wide === undefined || wide.count <= 0.05 * rows) return;
  throw new UserError(
    `${plan.name}, line ${wide.lines[0]}: ${wide.what} ("${wide.example}"), and so on ${wide.count} of ${rows} rows; ` +
      "decimal commas in a file of commas? Export it with semicolons or with decimal points",
  );
}
