import { rolesNamed } from "../columns/header-words.ts";
import { isClock, isNumberLike, isTimeLike } from "./cell-kinds.ts";
import { type CellSigns, type Delimiter, parseRecords, type Quote } from "./parse-records.ts";

/** In order of preference: a tab is taken before blanks in general, a comma before all. */
const delimiters: readonly Delimiter[] = [",", ";", "\t", "|", "~", "^", ":", " "];

/**
 * What sets the cells of a table apart: the delimiter under which a line names most columns of a bar, and under which most
 * lines have the same number of cells and most cells are a number, a time or a word. `stated` is that of a first line `sep=;`.
 */
export function detectDelimiter(text: string, quote: Quote, stated: string | undefined): Delimiter {
  const named = delimiters.find((delimiter) => delimiter === stated);
  if (named !== undefined) return named;
  const start = text.slice(0, 20_000);
  const scores = delimiters.map((delimiter) => score(start, { delimiter, quote }));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ",";
}

function score(text: string, signs: CellSigns): number {
  const records = (parseRecords(text, signs) ?? []).map(({ cells }) => cells);
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 1, often = 0] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [];
  if (width < 2) return 0;
  const cells = records.filter(({ length }) => length === width).flat();
  const named = Math.max(...records.slice(0, 60).map(rolesNamed));
  // Colons stand in times of day: without a header they set nothing else apart.
  if (signs.delimiter === ":" && named < 3) return 0;
  const sound = cells.filter((cell) => isSound(cell)).length / cells.length;
  return named + 6 * (often / records.length) * sound;
}

const isSound = (cell: string): boolean =>
  /^[\p{L}<][\p{L}\p{N}<> _.^=/:&%()-]{0,40}$/u.test(cell) ||
  cell.length < 2 ||
  isNumberLike(cell) ||
  isClock(cell) ||
  isTimeLike(cell);
