import { normalised } from "../columns/header-words.ts";
import type { Sample } from "../text/sample.ts";

/** The header's names as the dictionary writes them; empty for a file without header. */
export function headerNames({ header }: Sample): readonly string[] {
  return (header?.cells ?? []).map(normalised);
}

/** True if the header has every one of the names. */
export function hasNames(sample: Sample, ...wanted: readonly string[]): boolean {
  const names = headerNames(sample);
  return wanted.every((name) => names.includes(name));
}

/** True if the header is these names and no others, in this order; a trailing empty column does not count. */
export function isHeader(sample: Sample, wanted: string): boolean {
  return headerNames(sample).join(",").replace(/,$/, "") === wanted;
}

/** The cells of one column of the sample. */
export function cellsOf(sample: Sample, column: number): readonly string[] {
  return sample.rows.map(({ cells }) => cells[column] ?? "");
}

/** True if there is no header and nearly all rows have this many cells, the first of them of this shape. */
export function isHeadless(sample: Sample, widths: readonly number[], first: RegExp): boolean {
  if (sample.header !== null || sample.rows.length === 0) return false;
  const fitting = sample.rows.filter(({ cells }) => widths.includes(cells.length) && first.test(cells[0] ?? ""));
  return fitting.length >= 0.9 * sample.rows.length;
}

/** True if columns of plain numbers are open, high, low and close in nearly all rows, so that no other order is meant. */
export function areBars(sample: Sample, columns: readonly [number, number, number, number]): boolean {
  const [open, high, low, close] = columns.map((i) => cellsOf(sample, i).map(Number)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const broken = high.filter((value, t) => {
    const [o, l, c] = [open[t] ?? 0, low[t] ?? 0, close[t] ?? 0];
    return value < Math.max(o, c, l) || l > Math.min(o, c);
  });
  return broken.length <= 0.02 * high.length;
}

/** What a pattern finds in the name of the file or of the file inside its archive; null where it finds nothing. */
export function inFileName({ fileNames }: Sample, pattern: RegExp): RegExpExecArray | null {
  for (const name of fileNames) {
    const match = pattern.exec(name);
    if (match !== null) return match;
  }
  return null;
}

/** `text` as the value of an optional field: nothing where there is none. */
export function optional<K extends string>(key: K, text: string | undefined): { readonly [P in K]?: string } {
  return text === undefined ? {} : ({ [key]: text } as { readonly [P in K]?: string });
}
