/** What a cell holds; null where there is no value. */
export type Cell = string | number | boolean | null;

/** One row, a cell a column. */
export type Row = readonly Cell[];

/** What the cells of a column are; each of them may be null. A time is in milliseconds UTC. */
export type ColumnType = "text" | "integer" | "number" | "boolean" | "time";

/** A column of an exported table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence: what it is, its unit, when it is null. */
  readonly doc: string;
}

/** A column, and where its cells come from. */
export interface ColumnOf<T> extends Column {
  readonly of: (record: T) => Cell;
}

/** A table to be exported; its rows come in batches, so that none is held for long. */
export interface Table {
  readonly name: TableName;
  /** What a row is. */
  readonly doc: string;
  readonly columns: readonly Column[];
  rows(): AsyncIterable<readonly Row[]>;
}

/** The tables there are. */
export const tableNames = ["attempts", "metrics", "curves", "quiz", "ranking"] as const;

/** One of them. */
export type TableName = (typeof tableNames)[number];

/** One column. `integer("level", "1 easy … 3 hard.", (a) => a.level)`. */
const make =
  (type: ColumnType) =>
  <T>(name: string, doc: string, of: (record: T) => Cell): ColumnOf<T> => ({ name, type, doc, of });

/** A column of text; half a character pair, which no file could hold, is U+FFFD. */
export const text: Maker = (name, doc, of) =>
  make("text")(name, doc, (record) => {
    const cell = of(record);
    return cell === null ? null : String(cell).toWellFormed();
  });
/** A column of whole numbers below 2³¹. */
export const integer: Maker = make("integer");
/** A column of numbers. */
export const number: Maker = make("number");
/** A column of true and false. */
export const boolean: Maker = make("boolean");

/** Makes a column of one type. */
export type Maker = <T>(name: string, doc: string, of: (record: T) => Cell) => ColumnOf<T>;

/** The row of a record. */
export function rowOf<T>(columns: readonly ColumnOf<T>[], record: T): Row {
  return columns.map((column) => column.of(record));
}
