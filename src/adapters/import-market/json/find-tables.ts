import { headerRank, rolesNamed } from "../columns/header-words.ts";

/** What a cell of a table in JSON may hold. */
export type JsonCell = string | number | boolean | null;

/** A table found in a JSON document. */
export interface JsonTable {
  /** Where it stands: `result.XXBTZUSD`; empty for the document itself. */
  readonly path: string;
  /** Names of the columns; null where rows are arrays without names. */
  readonly names: readonly string[] | null;
  readonly rows: readonly (readonly JsonCell[])[];
}

type JsonObject = Readonly<Record<string, unknown>>;

const isCell = (value: unknown): value is JsonCell => value === null || typeof value !== "object";
const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCells = (value: unknown): value is readonly JsonCell[] => Array.isArray(value) && value.every(isCell);

/** True for names of a bar's columns: a time and three others. */
const nameBars = (names: readonly string[]): boolean =>
  rolesNamed(names) >= 4 && names.some((name) => headerRank(name, "time") !== undefined);

/**
 * The tables of bars in a JSON document, however vendors lay them out: arrays of arrays (Binance, Kraken, Coinbase) with or
 * without names beside, arrays of objects (Polygon, Tiingo), objects of rows by date (Alpha Vantage), columns as arrays
 * (Yahoo, Finnhub) or as objects (pandas).
 */
export function findTables(value: unknown, path = ""): readonly JsonTable[] {
  const table = tableOf(value, path);
  if (table !== null) return [table];
  const inside = isObject(value) ? Object.entries(value) : Array.isArray(value) ? [...value.entries()] : [];
  const found = inside.flatMap(([key, child]) => (isCell(child) ? [] : findTables(child, joined(path, key))));
  if (!isObject(value)) return found;
  if (found.length === 0) return columnsBelow(value, path);
  return found.map((one) => withNames(one, value));
}

const joined = (path: string, key: string | number): string => (path === "" ? `${key}` : `${path}.${key}`);

function tableOf(value: unknown, path: string): JsonTable | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    if (value.every((row) => isCells(row) && row.length >= 5)) return { path, names: null, rows: value };
    return value.every(isObject) ? namedRows(value.map(flat), path) : null;
  }
  return isObject(value) ? (rowsByTime(value, path) ?? columnsByTime(value, path)) : null;
}

/** An object's cells and those of objects in it, as OANDA has them: `mid.o`. */
function flat(row: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      isObject(value) ? Object.entries(value).map(([inner, cell]) => [`${key}.${inner}`, cell]) : [[key, value]],
    ),
  );
}

function namedRows(rows: readonly JsonObject[], path: string): JsonTable | null {
  const names = [...new Set(rows.slice(0, 100).flatMap((row) => Object.keys(row).filter((key) => isCell(row[key]))))];
  if (!nameBars(names)) return null;
  return { path, names, rows: rows.map((row) => names.map((name) => cellOf(row[name]))) };
}

const cellOf = (value: unknown): JsonCell => (isCell(value) ? (value ?? null) : null);

/** `{ "2020-01-02": { "1. open": … } }`. */
function rowsByTime(value: JsonObject, path: string): JsonTable | null {
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([key, row]) => /^\d{4}/.test(key) && isObject(row))) return null;
  return namedRows(
    entries.map(([time, row]) => ({ time, ...(row as JsonObject) })),
    path,
  );
}

/** `{ "open": { "1577923200000": … } }`. */
function columnsByTime(value: JsonObject, path: string): JsonTable | null {
  const columns = Object.entries(value).filter(([, column]) => isObject(column));
  const names = columns.map(([name]) => name);
  if (rolesNamed(names) < 4) return null;
  const times = Object.keys(columns[0]?.[1] as JsonObject);
  // An index of its own numbers is no time.
  const isIndex = times[0] === "0" || times.length === 0;
  if (isIndex && !nameBars(names)) return null;
  const rows = times.map((time) => {
    const cells = columns.map(([, column]) => cellOf((column as JsonObject)[time]));
    return isIndex ? cells : [time, ...cells];
  });
  return { path, names: isIndex ? names : ["time", ...names], rows };
}

/** Columns as arrays of one length anywhere below an object: Yahoo keeps times and prices in different places. */
function columnsBelow(value: JsonObject, path: string): readonly JsonTable[] {
  const arrays = arraysBelow(value);
  const names = arrays.map(([name]) => name);
  const length = arrays.find(([name]) => headerRank(name, "close") !== undefined)?.[1].length ?? 0;
  const columns = arrays.filter(([, cells]) => cells.length === length);
  if (length === 0 || !nameBars(names) || !nameBars(columns.map(([name]) => name))) return [];
  const rows = Array.from({ length }, (_, t) => columns.map(([, cells]) => cells[t] ?? null));
  return [{ path, names: columns.map(([name]) => name), rows }];
}

function arraysBelow(value: unknown): readonly (readonly [string, readonly JsonCell[]])[] {
  const children = Array.isArray(value) ? value.map((child) => ["", child]) : Object.entries(value as JsonObject);
  return children.flatMap(([name, child]) => {
    if (isCells(child)) return [[name as string, child] as const];
    return isCell(child) ? [] : arraysBelow(child);
  });
}

/** Names that stand beside rows: `columns` of pandas, `fields` of TuShare, `column_names` of Quandl. */
function withNames(table: JsonTable, parent: JsonObject): JsonTable {
  if (table.names !== null) return table;
  const width = table.rows[0]?.length;
  const names = ["columns", "fields", "column_names", "header", "headers"]
    .map((key) => parent[key])
    .find((list) => isCells(list) && list.length === width && list.every((name) => typeof name === "string"));
  return names === undefined ? table : { ...table, names: names as readonly string[] };
}
